-- Books an agency's settlement: which payments it passes on, and what it keeps. Input {number, currency, remittedOn,
-- gross, commission, taxOnCommission, net, lines: [{eventId, gross, commission}], businessDate, accounts:
-- {commission, inputTax, agencyClearing}}; domain/collection has checked it against the commission that was agreed.
-- What it keeps leaves agency clearing now, the net when it arrives on the bank account (settle_remittance).
-- Answers {kind: 'recorded' | 'replayed', remittanceId}. Refuses: REMITTANCE_CONFLICT, PAYMENT_UNKNOWN,
-- PAYMENT_ALREADY_REMITTED, PAYMENT_AMOUNT_DIFFERS, REMITTANCE_DOES_NOT_FOOT, REMITTANCE_MIXED.
CREATE OR REPLACE FUNCTION record_remittance(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  own uuid := require_agency();
  known uuid;
  key uuid := uuid_v7();
BEGIN
  PERFORM enter_context(ctx);
  PERFORM pg_advisory_xact_lock(hashtextextended('remittance:' || own, 0));
  SELECT id INTO known FROM remittance WHERE agency_id = own AND number = input->>'number';
  IF FOUND THEN
    IF remittance_content(known) <> remittance_content(input) THEN
      PERFORM refuse('REMITTANCE_CONFLICT', 'This remittance is known with other content.', 'number');
    END IF;
    RETURN jsonb_build_object('kind', 'replayed', 'remittanceId', known);
  END IF;
  PERFORM check_remittance_lines(own, input);
  INSERT INTO remittance (id, agency_id, number, currency, gross_amount, commission_amount, tax_on_commission_amount,
    net_amount, remitted_on, received_at, state)
  VALUES (key, own, input->>'number', input->>'currency', (input->>'gross')::bigint, (input->>'commission')::bigint,
    (input->>'taxOnCommission')::bigint, (input->>'net')::bigint, (input->>'remittedOn')::date, context_at(ctx),
    CASE WHEN (input->>'net')::bigint = 0 THEN 'settled' ELSE 'reported' END);
  INSERT INTO remittance_line (remittance_id, placement_id, event_id, gross_amount, commission_amount, currency)
  SELECT key, e.placement_id, e.id, (l->>'gross')::bigint, (l->>'commission')::bigint, input->>'currency'
  FROM jsonb_array_elements(input->'lines') l JOIN placement_event e ON e.id = (l->>'eventId')::uuid;
  PERFORM post_journal(ctx, jsonb_build_object('legalEntityId', remittance_entity(key), 'businessDate', input->>'businessDate',
      'kind', 'remittance', 'documentKind', 'remittance', 'documentId', key, 'description', input->>'number', 'currency', input->>'currency'),
    jsonb_build_array(
      jsonb_build_object('account', input#>>'{accounts,commission}', 'amount', (input->>'commission')::bigint),
      jsonb_build_object('account', input#>>'{accounts,inputTax}', 'amount', (input->>'taxOnCommission')::bigint),
      jsonb_build_object('account', input#>>'{accounts,agencyClearing}', 'amount',
        -(input->>'commission')::bigint - (input->>'taxOnCommission')::bigint)));
  PERFORM record_event(ctx, i.sale_id, 'remitted', jsonb_build_object('kind', 'remittance', 'id', key, 'number', input->>'number',
      'amount', sum(l.gross_amount), 'currency', i.currency, 'workflowId', 'placement:' || p.id,
      'detail', jsonb_build_object('commission', sum(l.commission_amount)::text)))
  FROM remittance_line l JOIN placement p ON p.id = l.placement_id JOIN invoice i ON i.id = p.invoice_id
  WHERE l.remittance_id = key GROUP BY i.id, p.id;
  RETURN jsonb_build_object('kind', 'recorded', 'remittanceId', key);
END $$;

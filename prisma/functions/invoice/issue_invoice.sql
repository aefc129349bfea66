-- Issues the invoice of a delivered sale for the part that is left to pay. Input {saleId, issuedOn,
-- instalments: [{instalment, dueOn, amount}], accounts: {receivables, unbilled}}. The number is gapless
-- within (legal entity, year) and carries a check digit; the payment reference is the customer's key to it.
-- The same sale again answers the same invoice: {invoiceId, number, hasOpenItems}.
-- A sale with nothing left to pay has its receipt as tax invoice and gets no other: {invoiceId: null}.
CREATE OR REPLACE FUNCTION issue_invoice(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  sale_key uuid := (input->>'saleId')::uuid;
  day date := (input->>'issuedOn')::date;
  sold sale%ROWTYPE;
  life sale_lifecycle%ROWTYPE;
  known invoice%ROWTYPE;
  invoice_key uuid := uuid_v7();
  series record;
  invoice_number text;
  reference text;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO life FROM sale_lifecycle WHERE sale_id = sale_key FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('SALE_NOT_FOUND', 'There is no such sale.', 'saleId'); END IF;
  SELECT * INTO known FROM invoice WHERE sale_id = sale_key;
  IF FOUND THEN
    RETURN jsonb_build_object('invoiceId', known.id, 'number', known.number, 'hasOpenItems', true);
  END IF;
  SELECT * INTO sold FROM sale WHERE id = sale_key;
  IF sold.on_account_amount = 0 THEN RETURN '{"invoiceId":null,"hasOpenItems":false}'; END IF;
  IF life.delivery_state <> 'delivered' THEN
    PERFORM refuse('NOT_DELIVERED', 'Only delivered goods are invoiced.', 'saleId');
  END IF;
  IF (SELECT sum((i->>'amount')::bigint) FROM jsonb_array_elements(input->'instalments') i) IS DISTINCT FROM sold.on_account_amount THEN
    RAISE EXCEPTION 'the instalments of % do not add up', sold.number;
  END IF;

  SELECT * INTO series FROM take_number(sold.legal_entity_id, 'invoice', day);
  reference := payment_reference(to_char(day, 'YY') || (SELECT reference_digits FROM legal_entity
    WHERE id = sold.legal_entity_id), series.number);
  invoice_number := document_number(series.prefix, series.number);

  INSERT INTO invoice (id, legal_entity_id, series_id, series_number, number, payment_reference, sale_id, store_id, customer_id,
    issued_on, issued_at, currency, net_amount, tax_amount, total_amount, prepaid_amount, language)
  SELECT invoice_key, sold.legal_entity_id, series.series_id, series.number, invoice_number, reference, sale_key, sold.store_id,
    sold.customer_id, day, context_at(ctx), sold.currency, sold.total_amount - sold.tax_amount, sold.tax_amount,
    sold.total_amount, sold.total_amount - sold.on_account_amount, c.language FROM customer c WHERE c.id = sold.customer_id;
  INSERT INTO invoice_line (invoice_id, line_number, sku, name, unit, quantity_milli, unit_price_amount, discount_amount,
    net_amount, tax_code, tax_base_amount, tax_amount, currency)
  SELECT invoice_key, line_number, sku, name, unit, quantity_milli, unit_price_amount, discount_amount, net_amount,
    tax_code, tax_base_amount, tax_amount, currency FROM sale_line WHERE sale_id = sale_key;
  INSERT INTO receivable (invoice_id, customer_id, state, next_step, next_step_at, opened_at)
  VALUES (invoice_key, sold.customer_id, 'open', 'payment', NULL, context_at(ctx));
  INSERT INTO open_item (invoice_id, customer_id, kind, instalment, due_on, currency, amount, open_amount, created_at)
  SELECT invoice_key, sold.customer_id, 'instalment', (i->>'instalment')::int, (i->>'dueOn')::date, sold.currency,
    (i->>'amount')::bigint, (i->>'amount')::bigint, context_at(ctx) FROM jsonb_array_elements(input->'instalments') i;
  PERFORM post_journal(ctx, jsonb_build_object('legalEntityId', sold.legal_entity_id, 'businessDate', day, 'kind', 'invoice',
      'documentKind', 'invoice', 'documentId', invoice_key, 'description', invoice_number, 'currency', sold.currency),
    jsonb_build_array(
      jsonb_build_object('account', input#>>'{accounts,receivables}', 'amount', sold.on_account_amount, 'storeId', sold.store_id, 'customerId', sold.customer_id),
      jsonb_build_object('account', input#>>'{accounts,unbilled}', 'amount', -sold.on_account_amount, 'storeId', sold.store_id, 'customerId', sold.customer_id)));
  PERFORM record_event(ctx, sale_key, 'invoiced', jsonb_build_object('kind', 'invoice', 'id', invoice_key, 'number', invoice_number,
    'amount', sold.on_account_amount, 'currency', sold.currency));
  PERFORM set_stage(ctx, sale_key, 'collecting', jsonb_build_object('nextStep', 'payment'));
  RETURN jsonb_build_object('invoiceId', invoice_key, 'number', invoice_number, 'hasOpenItems', true);
END $$;

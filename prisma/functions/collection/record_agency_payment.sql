-- Books money that an agency has collected: unapplied cash of the customer, owed to us by the
-- agency.
--
-- Input:   `input` as in report_placement_event
-- Answer:  the id of the payment
-- Key:     the number of the placement and the sequence of the report (source and external id of
--          the payment)
CREATE OR REPLACE FUNCTION record_agency_payment(ctx jsonb, placement_row placement, input jsonb)
RETURNS uuid
LANGUAGE plpgsql AS $$
DECLARE
  recorded jsonb;
BEGIN
  recorded := record_payment(ctx, jsonb_build_object(
      'source', 'agency',
      'externalId', placement_row.number || '/' || (input->>'sequence'),
      'legalEntityId', invoice.legal_entity_id,
      'customerId', placement_row.customer_id,
      'amount', (input->>'amount')::bigint,
      'currency', placement_row.currency,
      'valueDate', input->>'occurredOn',
      'businessDate', input->>'businessDate',
      'remittanceText', placement_row.number,
      'accountCode', input#>>'{accounts,agencyClearing}',
      'accounts', input->'accounts'))
    FROM invoice
    WHERE invoice.id = placement_row.invoice_id;
  RETURN (recorded->>'paymentId')::uuid;
END $$;

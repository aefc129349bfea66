-- Posts the arrival of a remittance's net: out of unapplied cash, against agency clearing.
--
-- Input:   `input` as in settle_remittance
CREATE OR REPLACE FUNCTION post_settled_remittance(
  ctx jsonb,
  remittance_row remittance,
  payment_row payment,
  input jsonb
) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM post_journal(
    ctx,
    jsonb_build_object(
      'legalEntityId', payment_row.legal_entity_id,
      'businessDate', input->>'businessDate',
      'kind', 'remittance-settled',
      'documentKind', 'remittance',
      'documentId', remittance_row.id,
      'description', remittance_row.number,
      'currency', remittance_row.currency),
    jsonb_build_array(
      jsonb_build_object(
        'account', input#>>'{accounts,unappliedCash}',
        'amount', remittance_row.net_amount,
        'customerId', payment_row.customer_id),
      jsonb_build_object(
        'account', input#>>'{accounts,agencyClearing}',
        'amount', -remittance_row.net_amount)));
END $$;

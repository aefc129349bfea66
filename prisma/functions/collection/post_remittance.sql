-- Posts what an agency keeps of a remittance: commission and the tax on it, out of agency clearing.
--
-- Input:   `input` as in record_remittance
CREATE OR REPLACE FUNCTION post_remittance(ctx jsonb, remittance_key uuid, input jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  commission bigint := (input->>'commission')::bigint;
  tax_on_commission bigint := (input->>'taxOnCommission')::bigint;
BEGIN
  PERFORM post_journal(
    ctx,
    jsonb_build_object(
      'legalEntityId', remittance_entity(remittance_key),
      'businessDate', input->>'businessDate',
      'kind', 'remittance',
      'documentKind', 'remittance',
      'documentId', remittance_key,
      'description', input->>'number',
      'currency', input->>'currency'),
    jsonb_build_array(
      jsonb_build_object('account', input#>>'{accounts,commission}', 'amount', commission),
      jsonb_build_object('account', input#>>'{accounts,inputTax}', 'amount', tax_on_commission),
      jsonb_build_object(
        'account', input#>>'{accounts,agencyClearing}',
        'amount', -commission - tax_on_commission)));
END $$;

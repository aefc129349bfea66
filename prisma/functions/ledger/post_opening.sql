-- Posts what an account had in another system against the opening balances.
--
-- Input:   {legalEntityId, businessDate, documentKind, documentId, description, currency, amount,
--          storeId?, customerId?, accounts: {account, counter}}; the amount is signed, debit
--          positive
-- Key:     as post_journal
CREATE OR REPLACE FUNCTION post_opening(ctx jsonb, opening jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  amount bigint := (opening->>'amount')::bigint;
  dimensions jsonb := jsonb_strip_nulls(jsonb_build_object(
    'storeId', opening->'storeId', 'customerId', opening->'customerId'));
BEGIN
  PERFORM post_journal(
    ctx,
    jsonb_build_object(
      'legalEntityId', opening->'legalEntityId',
      'businessDate', opening->'businessDate',
      'kind', 'opening',
      'documentKind', opening->'documentKind',
      'documentId', opening->'documentId',
      'description', opening->'description',
      'currency', opening->'currency'),
    jsonb_build_array(
      dimensions || jsonb_build_object(
        'account', opening#>'{accounts,account}', 'amount', amount),
      dimensions || jsonb_build_object(
        'account', opening#>'{accounts,counter}', 'amount', -amount)));
END $$;

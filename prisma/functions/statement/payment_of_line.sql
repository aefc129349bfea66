-- What every payment of a credit line has from the line and its account, as record_payment takes
-- it.
--
-- Input:   the line, its account, and `input` of bookBankLine
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION payment_of_line(
  line bank_statement_line, account bank_account, input jsonb
) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'source', 'bank',
    'legalEntityId', account.legal_entity_id,
    'currency', line.currency,
    'valueDate', least(line.value_date, (input->>'bookedOn')::date),
    'businessDate', least(line.booking_date, (input->>'bookedOn')::date),
    'accountCode', account.account_code,
    'bankStatementLineId', line.id,
    'accounts', input->'accounts')
$$;

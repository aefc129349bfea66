-- The fields by which a person recognises a bank line.
--
-- Answer:  null when there is no such line
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION bank_line_in_short(line_key uuid) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'statementId', l.statement_id,
    'place', l.place,
    'bookingDate', l.booking_date,
    'amount', l.amount::text,
    'currency', l.currency,
    'payerName', l.payer_name,
    'payerAccount', l.payer_account,
    'bankReference', l.bank_reference,
    'endToEndReference', l.end_to_end_reference,
    'text', l.remittance_text,
    'outcome', l.outcome)
  FROM bank_statement_line l
  WHERE l.id = line_key
$$;

-- Books payments of a credit line that a person is to decide about, all at once, and offers them.
--
-- Input:   elements of `payments` of bookBankLine that are not to be booked and of whose amounts no
--   remittance waits, and `input` the whole of it
-- Locks:   the caller holds the bank line; those of offer_payments
-- Refuses: none
-- Key:     the external id of each payment; one that was recorded before is left alone
CREATE OR REPLACE FUNCTION book_offered_payments(
  ctx jsonb, line bank_statement_line, account bank_account, wishes jsonb, input jsonb
) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  common jsonb := payment_of_line(line, account, input);
  offers jsonb;
BEGIN
  SELECT jsonb_agg(jsonb_build_object('paymentId', p.payment_key, 'finding', wish->'finding'))
  INTO offers
  FROM record_payments(ctx, (
    SELECT jsonb_agg(wish || common ORDER BY place)
    FROM jsonb_array_elements(wishes) WITH ORDINALITY AS listed(wish, place))) p
  JOIN jsonb_array_elements(wishes) wish ON wish->>'externalId' = p.external_key;
  IF offers IS NOT NULL THEN
    PERFORM insert_suggestions(ctx, offers);
    PERFORM offer_payments(ctx, offers);
  END IF;
END $$;

-- Books one payment of a credit line, then its use: a certain match is applied to open items, money
-- of an agency settles its remittance, the rest is offered to a person. Payments that are offered
-- without a look at remittances are booked together (book_offered_payments).
--
-- Input:   `payment_wish` is an element of `payments`, `input` the whole of bookBankLine
-- Answer:  'applied', 'remittance' or 'offered'
-- Locks:   the caller holds the bank line; those of allocate_payment, settle_remittance or
--   offer_payments
-- Refuses: those of allocate_payment: ALLOCATION_EXCEEDS_PAYMENT, OPEN_ITEM_NOT_FOUND,
--   LEGAL_ENTITY_MISMATCH, CURRENCY_MISMATCH, ALLOCATION_EXCEEDS_OPEN; those of settle_remittance
--   that cannot happen, because match_remittance has looked: PAYMENT_NOT_FOUND, PAYMENT_REVERSED,
--   REMITTANCE_NOT_FOUND, REMITTANCE_SETTLED, REMITTANCE_AMOUNT_DIFFERS
CREATE OR REPLACE FUNCTION book_bank_payment(
  ctx jsonb, line bank_statement_line, account bank_account, payment_wish jsonb, input jsonb
) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  finding jsonb := payment_wish->'finding';
  payment_key uuid;
BEGIN
  payment_key := record_payment(ctx, payment_wish - 'finding'
    || payment_of_line(line, account, input))->>'paymentId';
  IF finding->>'kind' = 'book' THEN
    PERFORM allocate_payment(ctx, jsonb_build_object(
      'paymentId', payment_key,
      'bookedOn', input->>'bookedOn',
      'accounts', input->'accounts',
      'items', finding->'items',
      'evidence', finding->'evidence'));
    RETURN 'applied';
  END IF;
  IF match_remittance(ctx, jsonb_build_object(
      'paymentId', payment_key,
      'businessDate', input->>'bookedOn',
      'accounts', input->'accounts'))->>'kind' = 'settled' THEN
    RETURN 'remittance';
  END IF;
  PERFORM store_finding(ctx, payment_key, finding);
  PERFORM offer_payments(ctx, jsonb_build_array(jsonb_build_object(
    'paymentId', payment_key, 'finding', finding)));
  RETURN 'offered';
END $$;

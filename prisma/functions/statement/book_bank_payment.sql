-- Books one payment of a credit line, then its use: a certain match is applied to open items, money
-- of an agency settles its remittance, the rest is offered to a person.
--
-- Input:   `payment_wish` is an element of `payments`, `input` the whole of bookBankLine
-- Answer:  'applied', 'remittance' or 'offered'
-- Locks:   the caller holds the bank line; those of allocate_payment, settle_remittance or
--   offer_payment
-- Refuses: those of allocate_payment: ALLOCATION_EXCEEDS_PAYMENT, OPEN_ITEM_NOT_FOUND,
--   LEGAL_ENTITY_MISMATCH, CURRENCY_MISMATCH, ALLOCATION_EXCEEDS_OPEN; those of settle_remittance
--   that cannot happen, because match_remittance has looked: PAYMENT_NOT_FOUND, PAYMENT_REVERSED,
--   REMITTANCE_NOT_FOUND, REMITTANCE_SETTLED, REMITTANCE_AMOUNT_DIFFERS
CREATE OR REPLACE FUNCTION book_bank_payment(
  ctx jsonb, line bank_statement_line, account bank_account, payment_wish jsonb, input jsonb
) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  today date := (input->>'bookedOn')::date;
  recorded jsonb;
BEGIN
  recorded := record_payment(ctx, payment_wish - 'finding' || jsonb_build_object(
    'source', 'bank',
    'legalEntityId', account.legal_entity_id,
    'currency', line.currency,
    'valueDate', least(line.value_date, today),
    'businessDate', least(line.booking_date, today),
    'accountCode', account.account_code,
    'bankStatementLineId', line.id,
    'accounts', input->'accounts'));
  IF payment_wish#>>'{finding,kind}' = 'book' THEN
    PERFORM allocate_payment(ctx, jsonb_build_object(
      'paymentId', recorded->>'paymentId',
      'bookedOn', input->>'bookedOn',
      'accounts', input->'accounts',
      'items', payment_wish#>'{finding,items}',
      'evidence', payment_wish#>'{finding,evidence}'));
    RETURN 'applied';
  END IF;
  IF match_remittance(ctx, jsonb_build_object(
      'paymentId', recorded->>'paymentId',
      'businessDate', input->>'bookedOn',
      'accounts', input->'accounts'))->>'kind' = 'settled' THEN
    RETURN 'remittance';
  END IF;
  PERFORM offer_payment(ctx, (recorded->>'paymentId')::uuid, payment_wish->'finding');
  RETURN 'offered';
END $$;

-- Books a write-off of an invoice: settles its open items, the longest due first, and posts the
-- loss.
--
-- Input:   the request, the amount, and {businessDate, accounts: {badDebt, receivables}}
-- Locks:   the caller holds those of lock_for_settlement; then those of settle_open_items
-- Refuses: under these locks never OPEN_ITEM_NOT_FOUND, LEGAL_ENTITY_MISMATCH, CURRENCY_MISMATCH,
--   ALLOCATION_EXCEEDS_OPEN
CREATE OR REPLACE FUNCTION book_write_off(
  ctx jsonb, request write_off, given_up bigint, input jsonb
) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  settled uuid[];
BEGIN
  settled := settle_open_items(ctx, jsonb_build_object(
    'kind', 'write-off',
    'writeOffId', request.id,
    'bookedOn', input->>'businessDate',
    'items', oldest_first_of_invoice(request.invoice_id, given_up)), request.currency);
  PERFORM post_allocation(ctx, allocation_key, input#>>'{accounts,badDebt}',
    input#>>'{accounts,receivables}')
  FROM unnest(settled) AS allocation_key;
END $$;

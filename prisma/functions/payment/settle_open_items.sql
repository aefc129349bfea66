-- Settles open items with a payment, credit note, write-off or deduction: each open amount shrinks
-- and gets an allocation. Suggestions, disputes and requests that this leaves without an object
-- end. The callers post the journal.
--
-- Input:   {kind: 'payment' | 'credit-note' | 'write-off' | 'deduction', and of the four paymentId,
--   creditNoteId, writeOffId, deductionId the one of that kind, bookedOn, evidence?, items:
--   [{openItemId, amount}]}; `unit` is the currency of the source
-- Answer:  the allocations, in the order of their open items
-- Locks:   the caller holds the source; those of lock_for_settlement, payments with suggestions for
--   these items (those that are free only), disputes and requests about settled invoices
-- Refuses: OPEN_ITEM_NOT_FOUND, LEGAL_ENTITY_MISMATCH, CURRENCY_MISMATCH, ALLOCATION_EXCEEDS_OPEN
-- Key:     none: a repetition settles more of what is open, and is refused when too little is
CREATE OR REPLACE FUNCTION settle_open_items(ctx jsonb, input jsonb, unit char(3)) RETURNS uuid[]
LANGUAGE plpgsql AS $$
DECLARE
  settlement jsonb := input || jsonb_build_object(
    'currency', unit, 'legalEntityId', settling_entity(input));
  part text := placement_part(input->>'kind',
    (SELECT source FROM payment WHERE id = (input->>'paymentId')::uuid));
  item record;
  item_row open_item%ROWTYPE;
  settled uuid[] := '{}';
BEGIN
  PERFORM lock_for_settlement(ARRAY(
    SELECT (item_wish->>'openItemId')::uuid FROM jsonb_array_elements(input->'items') item_wish));
  FOR item IN
    SELECT (item_wish->>'openItemId')::uuid AS id, (item_wish->>'amount')::bigint AS amount,
      format('items[%s]', place - 1) AS place
    FROM jsonb_array_elements(input->'items') WITH ORDINALITY AS wish(item_wish, place)
    ORDER BY 1
  LOOP
    SELECT * INTO item_row FROM open_item WHERE id = item.id FOR UPDATE;
    PERFORM check_settlement(settlement, item_row, item.amount, item.place);
    settled := settled || allocate_to_item(ctx, settlement, item_row, item.amount);
    PERFORM settle_placement(ctx, item_row.invoice_id, part, item.amount);
    PERFORM touch_receivable(item_row.invoice_id, input->>'kind');
  END LOOP;

  PERFORM end_spent_suggestions(ctx, ARRAY(
    SELECT open_item_id FROM allocation WHERE id = ANY (settled)), settled);
  PERFORM end_disputes_and_requests(ctx, paid_invoice.id, jsonb_build_object(
    'kind', input->>'kind', 'creditNoteId', input->>'creditNoteId'), settled)
  FROM (
    SELECT DISTINCT o.invoice_id AS id
    FROM allocation a
    JOIN open_item o ON o.id = a.open_item_id
    WHERE a.id = ANY (settled)
    ORDER BY 1
  ) paid_invoice;
  RETURN settled;
END $$;

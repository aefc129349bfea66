-- Refuses to settle an open item by another legal entity, in another currency, or by more than its
-- open amount.
--
-- Input:   `settlement` as settle_open_items has it, the open item (nothing but nulls when there is
--   no such item), the amount that is to settle it, and where in the input it stands
-- Locks:   none: the caller holds the open item
-- Refuses: OPEN_ITEM_NOT_FOUND, LEGAL_ENTITY_MISMATCH, CURRENCY_MISMATCH, ALLOCATION_EXCEEDS_OPEN
CREATE OR REPLACE FUNCTION check_settlement(
  settlement jsonb, item_row open_item, wanted bigint, place text
) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF item_row.id IS NULL THEN
    PERFORM refuse('OPEN_ITEM_NOT_FOUND', 'There is no such open item.', place || '.openItem');
  END IF;
  IF (SELECT legal_entity_id FROM invoice WHERE id = item_row.invoice_id)
      IS DISTINCT FROM (settlement->>'legalEntityId')::uuid THEN
    PERFORM refuse(
      'LEGAL_ENTITY_MISMATCH',
      'The item is owed to another legal entity than the one that would settle it.',
      place || '.openItem');
  END IF;
  IF item_row.currency <> settlement->>'currency' THEN
    PERFORM refuse(
      'CURRENCY_MISMATCH', format('The item is in %s.', item_row.currency), place || '.amount');
  END IF;
  IF wanted <= 0 OR wanted > item_row.open_amount THEN
    PERFORM refuse(
      'ALLOCATION_EXCEEDS_OPEN',
      format('%s is open, %s was to be settled.',
        money_text(item_row.open_amount, item_row.currency),
        money_text(wanted, item_row.currency)),
      place || '.amount');
  END IF;
END $$;

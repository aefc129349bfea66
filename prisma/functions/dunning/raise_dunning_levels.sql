-- Raises the dunning level of each invoice in a sent notice, charges its fees and writes the
-- reminder into the life of each sale. An invoice that was paid meanwhile, or for which we hold the
-- money, is charged no fee. The
-- customer's other receivables are poked: days between two letters to a customer count for them.
--
-- Input:   `accounts` is {receivables, dunningFees}; `known_fees` as in is_still_owed
-- Locks:   the invoices' open items by id, their open placements by id, their receivables; the
--          caller holds the notice
-- Key:     the level of the receivable: it rises only from the level below
CREATE OR REPLACE FUNCTION raise_dunning_levels(
  ctx jsonb,
  notice_row dunning_notice,
  accounts jsonb,
  known_fees jsonb
) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  line record;
BEGIN
  PERFORM lock_for_settlement(ARRAY(
    SELECT open_item.id
    FROM open_item
    JOIN dunning_notice_item item USING (invoice_id)
    WHERE item.notice_id = notice_row.id));

  FOR line IN
    SELECT
      item.invoice_id,
      item.level,
      item.open_amount,
      notice_fee(
        customer.segment, notice_row.currency, item.level, notice_row.business_day) AS fee
    FROM dunning_notice_item item
    JOIN customer ON customer.id = notice_row.customer_id
    WHERE item.notice_id = notice_row.id
    ORDER BY item.invoice_id
  LOOP
    UPDATE receivable
    SET dunning_level = line.level, last_notice_on = notice_row.business_day
    WHERE invoice_id = line.invoice_id AND dunning_level = line.level - 1;

    IF line.fee > 0 AND is_still_owed(line.invoice_id, context_at(ctx), known_fees) THEN
      PERFORM charge_notice_fee(ctx, notice_row, jsonb_build_object(
        'invoiceId', line.invoice_id,
        'level', line.level,
        'amount', line.fee,
        'accounts', accounts));
    END IF;

    PERFORM note_receivable(ctx, line.invoice_id, 'reminded', jsonb_build_object(
      'kind', 'notice',
      'id', notice_row.id,
      'amount', line.open_amount,
      'detail', jsonb_build_object('level', line.level)));
  END LOOP;
  -- Whatever the customer still owes gets its next letter later now, and says so.
  PERFORM poke('receivable:' || other.invoice_id, 'customer-reminded')
  FROM receivable other
  WHERE other.customer_id = notice_row.customer_id
    AND other.closed_at IS NULL
    AND other.invoice_id NOT IN (
      SELECT item.invoice_id FROM dunning_notice_item item WHERE item.notice_id = notice_row.id);
END $$;

-- Takes the name of a customer from bank money that nobody has used yet and that came from an
-- account or names a number: whose it is is found anew by the next look. The receivables of the
-- customer look again, because the money may have held their letters.
--
-- Input:   the customer; the account as account_key has it, the number as matching keeps it; null:
--          not by this
-- Locks:   the payments by id, receivables by invoice
-- Refuses: none
CREATE OR REPLACE FUNCTION release_kept_money(
  customer_key uuid, account text, number_key text
) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  kept uuid[];
BEGIN
  SELECT coalesce(array_agg(id), '{}') INTO kept
  FROM (
    SELECT id FROM payment
    WHERE customer_id = customer_key
      AND source = 'bank'
      AND unapplied_amount = amount
      AND state IN ('unapplied', 'suggested', 'held')
      AND (account_key(payer_account) = account OR candidate_numbers @> ARRAY[number_key])
      AND NOT EXISTS (SELECT 1 FROM allocation WHERE payment_id = payment.id)
    ORDER BY id
    FOR UPDATE) waiting;
  UPDATE payment SET customer_id = NULL, found_customer_id = NULL WHERE id = ANY (kept);
  PERFORM touch_receivable(due.invoice_id, 'suspected-payment')
  FROM (
    SELECT DISTINCT invoice_id FROM open_item
    WHERE customer_id = customer_key AND open_amount > 0 AND cardinality(kept) > 0
    ORDER BY invoice_id) due;
END $$;

-- Posts payments that were just recorded: the account that the money came in on, and unapplied
-- cash. One statement for all of them, because a bank booking may have a hundred thousand; each
-- entry balances by itself, names no store and is the first of its payment, which is what
-- post_journal checks.
--
-- Input:   what the payments have in common {legalEntityId, businessDate, accountCode, currency,
--   customerId?, accounts}; the payments, their external ids and amounts
-- Locks:   the books (shared)
-- Refuses: none
-- Key:     the payment, a unique index
CREATE OR REPLACE FUNCTION post_payments(
  ctx jsonb, common jsonb, payment_keys uuid[], external_keys text[], amounts bigint[]
) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  entity uuid := (common->>'legalEntityId')::uuid;
  posted_day date := entry_day(entity, (common->>'businessDate')::date, context_at(ctx));
  entry_keys uuid[] := ARRAY(SELECT uuid_v7() FROM unnest(payment_keys));
BEGIN
  -- As in post_journal: the transaction gets its number before the entry gets its position.
  PERFORM pg_current_xact_id();
  INSERT INTO journal_entry (
    id, legal_entity_id, business_date, kind, document_kind, document_id, description, at)
  SELECT posted.entry_key, entity, posted_day, 'payment', 'payment', posted.payment_key,
    posted.external_key, context_at(ctx)
  FROM unnest(entry_keys, payment_keys, external_keys)
    AS posted(entry_key, payment_key, external_key);
  INSERT INTO journal_line (entry_id, line_number, account_code, customer_id, amount, currency)
  SELECT posted.entry_key, side.line_number, side.account, side.customer_id, side.amount,
    common->>'currency'
  FROM unnest(entry_keys, amounts) AS posted(entry_key, amount)
  CROSS JOIN LATERAL (
    VALUES
      (1, common->>'accountCode', NULL, posted.amount),
      (2, common#>>'{accounts,unappliedCash}', (common->>'customerId')::uuid, -posted.amount)
  ) side (line_number, account, customer_id, amount);
END $$;

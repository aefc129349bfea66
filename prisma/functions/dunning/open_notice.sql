-- Writes a dunning notice that is to be sent. A line that skips or repeats a level is a bug of the
-- caller.
--
-- Input:   openNotice in prisma/commands/dunning.ts; the caller holds the locks of
--          lock_for_notice
-- Locks:   the books (shared)
-- Refuses: none
-- Key:     customer, currency and business day (unique index dunning_notice_one_a_day); callers
--          ask lock_for_notice first, which answers a notice that is being prepared
CREATE OR REPLACE FUNCTION open_notice(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  new_notice_id uuid := uuid_v7();
BEGIN
  PERFORM enter_context(ctx);
  IF EXISTS (
    SELECT 1
    FROM jsonb_array_elements(input->'lines') line
    LEFT JOIN receivable ON receivable.invoice_id = (line->>'invoiceId')::uuid
    WHERE receivable.customer_id IS DISTINCT FROM (input->>'customerId')::uuid
      OR receivable.closed_at IS NOT NULL
      OR receivable.dunning_level <> (line->>'level')::int - 1)
  THEN
    RAISE EXCEPTION 'a letter to % skips or repeats a level', input->>'customerId';
  END IF;

  INSERT INTO dunning_notice (
    id, customer_id, currency, business_day, level, state, total_open_amount, created_at)
  VALUES (
    new_notice_id, (input->>'customerId')::uuid, input->>'currency',
    (input->>'businessDay')::date, (input->>'level')::int, 'preparing',
    (input->>'total')::bigint, context_at(ctx));
  INSERT INTO dunning_notice_item (
    notice_id, invoice_id, level, open_amount, held_amount, aside_amount, currency, pay_by, follows,
    reminded_on)
  SELECT
    new_notice_id,
    (line->>'invoiceId')::uuid,
    (line->>'level')::int,
    (line->>'openAmount')::bigint,
    (line->>'heldAmount')::bigint,
    (line->>'asideAmount')::bigint,
    input->>'currency',
    (line->>'payBy')::date,
    line->>'follows',
    (line->>'remindedOn')::date
  FROM jsonb_array_elements(input->'lines') line;
  RETURN jsonb_build_object('noticeId', new_notice_id);
END $$;

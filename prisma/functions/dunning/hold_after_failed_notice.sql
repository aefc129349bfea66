-- Holds the reminders of a customer whose dunning notice did not arrive, and opens a work item: no
-- harder letter follows one that never arrived.
--
-- Input:   `failure` says why the notice did not arrive
-- Locks:   the customer's open receivables, when the hold is new
-- Key:     the hold of the customer that is not released: a second notice adds no second hold
CREATE OR REPLACE FUNCTION hold_after_failed_notice(
  ctx jsonb,
  notice_row dunning_notice,
  failure text
) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  hold_id uuid := undeliverable_hold(notice_row.customer_id);
BEGIN
  IF hold_id IS NULL THEN
    hold_id := uuid_v7();
    INSERT INTO dunning_hold (id, customer_id, reason, placed_by, placed_at)
    VALUES (
      hold_id, notice_row.customer_id, 'notice-undeliverable', ctx#>>'{actor,id}', context_at(ctx));
    PERFORM note_hold(ctx, hold_id, 'held');
  END IF;

  PERFORM open_work_item(ctx, jsonb_build_object(
    'kind', 'notice-undeliverable',
    'subjectKind', 'customer',
    'subjectId', notice_row.customer_id,
    'customerId', notice_row.customer_id,
    'amount', notice_row.total_open_amount,
    'currency', notice_row.currency,
    'detail', jsonb_build_object(
      'noticeId', notice_row.id,
      'level', notice_row.level,
      'failure', failure,
      'holdId', hold_id)));
END $$;

-- Books how the sending of a dunning notice ended. When it was sent, the levels of its invoices
-- rise and its fees are charged. When it failed, the customer's reminders are held until a person
-- has found another way.
--
-- Input:   closeNotice in prisma/commands/dunning.ts; `failure` is given with the outcome
--          `failed`
-- Answer:  kind `sent` or `failed`: the outcome, also that of an earlier call; `suppressed`: the
--          notice was withdrawn before
-- Locks:   the books (shared), the notice; when sent: the invoices' open items by id, their open
--          placements by id, their receivables; when failed: the customer's open receivables
-- Refuses: none
-- Key:     noticeId: a notice that is not being prepared any more stays as it is
CREATE OR REPLACE FUNCTION close_notice(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  notice_row dunning_notice%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO notice_row FROM dunning_notice WHERE id = (input->>'noticeId')::uuid FOR UPDATE;
  IF notice_row.state <> 'preparing' THEN
    RETURN jsonb_build_object('kind', notice_row.state);
  END IF;

  UPDATE dunning_notice
  SET state = input->>'outcome',
    failure = input->>'failure',
    sent_at = CASE WHEN input->>'outcome' = 'sent' THEN context_at(ctx) END
  WHERE id = notice_row.id;
  IF input->>'outcome' = 'failed' THEN
    PERFORM hold_after_failed_notice(ctx, notice_row, input->>'failure');
  ELSE
    PERFORM raise_dunning_levels(
      ctx, notice_row, input->'accounts', coalesce(input->'knownFees', '[]'));
  END IF;
  RETURN jsonb_build_object('kind', input->>'outcome');
END $$;

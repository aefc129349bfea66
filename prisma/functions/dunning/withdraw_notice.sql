-- Withdraws an unsent dunning notice that is no longer true. Its mail gives up its business key: a
-- running attempt to send it finds nothing to hand over, and the next notice gets a mail of its
-- own.
--
-- Input:   withdrawNotice in prisma/commands/dunning.ts
-- Answer:  `withdrawn` is false when the notice is not being prepared any more
-- Locks:   the books (shared), the notice, its mail
-- Refuses: none
-- Key:     noticeId and its state: a repetition answers {withdrawn: false}
CREATE OR REPLACE FUNCTION withdraw_notice(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM enter_context(ctx);
  UPDATE dunning_notice
  SET state = 'suppressed', failure = input->>'reason'
  WHERE id = (input->>'noticeId')::uuid AND state = 'preparing';
  IF NOT FOUND THEN
    RETURN '{"withdrawn":false}';
  END IF;

  UPDATE mail_message
  SET state = 'failed',
    failure = 'withdrawn',
    business_key = business_key || ':withdrawn:' || id,
    message_id = message_id || ':withdrawn:' || id
  WHERE notice_id = (input->>'noticeId')::uuid AND state = 'waiting';
  RETURN '{"withdrawn":true}';
END $$;

-- Withdraws a letter that is no longer true, before it has left. Input {noticeId, reason}. Its mail gives up its
-- business key: an attempt that is carrying it at this moment finds nothing to hand over any more, and the letter
-- that is written instead is a letter of its own.
CREATE OR REPLACE FUNCTION withdraw_notice(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  PERFORM enter_context(ctx);
  UPDATE dunning_notice SET state = 'suppressed', failure = input->>'reason'
  WHERE id = (input->>'noticeId')::uuid AND state = 'preparing';
  IF NOT FOUND THEN RETURN '{"withdrawn":false}'; END IF;
  UPDATE mail_message SET state = 'failed', failure = 'withdrawn', business_key = business_key || ':withdrawn:' || id,
    message_id = message_id || ':withdrawn:' || id
  WHERE notice_id = (input->>'noticeId')::uuid AND state = 'waiting';
  RETURN '{"withdrawn":true}';
END $$;

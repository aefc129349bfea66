-- Claims a letter just before it is handed to the mail server, so that it is handed over only once,
-- and to the address that its row names.
--
-- Input:   claimLetter in prisma/commands/mail.ts
-- Answer:  claimed: whether this attempt may send it
-- Locks:   the books (shared), the letter
-- Refuses: none
-- Key:     businessKey, while the letter is waiting; a repetition answers claimed: false
CREATE OR REPLACE FUNCTION claim_letter(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM enter_context(ctx);
  -- Machine time: the lease of an attempt (open_letter) is measured by the same clock.
  UPDATE mail_message
  SET state = 'sending', attempted_at = clock_timestamp()
  WHERE business_key = input->>'businessKey'
    AND recipient = input->>'recipient'
    AND state = 'waiting';
  RETURN jsonb_build_object('claimed', FOUND);
END $$;

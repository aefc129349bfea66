-- Finds or makes the row of a letter, before an attempt to send it. A letter that failed for good
-- waits again when the address has changed; one that was not handed over yet follows its address. A
-- letter whose attempt broke off during the handing over may have arrived. When the lease of that
-- attempt is over it becomes 'unconfirmed' and opens a work item, because no letter may arrive
-- twice.
--
-- Input:   openLetter in prisma/commands/mail.ts; `leaseMs` is machine time, not business time
-- Answer:  the state of the letter, how many attempts have ended, and the Message-ID that it keeps
--          for all of them
-- Locks:   the books (shared), the letter
-- Refuses: none
-- Key:     businessKey; a repetition finds the same letter
CREATE OR REPLACE FUNCTION open_letter(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  lease interval := (input->>'leaseMs')::int * interval '1 millisecond';
  letter mail_message%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  INSERT INTO mail_message (
    business_key, message_id, kind, customer_id, invoice_id, notice_id,
    recipient, language, subject, state, created_at)
  VALUES (
    input->>'businessKey',
    input->>'messageId',
    input->>'kind',
    (input->>'customerId')::uuid,
    (input->>'invoiceId')::uuid,
    (input->>'noticeId')::uuid,
    input->>'recipient',
    input->>'language',
    input->>'subject',
    'waiting',
    context_at(ctx))
  -- Not only of the key: the Message-ID follows from it, and of two attempts at the same moment
  -- the second may meet the first in either index.
  ON CONFLICT DO NOTHING;
  SELECT * INTO letter
  FROM mail_message
  WHERE business_key = input->>'businessKey'
  FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'another letter has the Message-ID or the notice of %', input->>'businessKey';
  END IF;

  IF letter.state IN ('failed', 'waiting') AND letter.recipient <> input->>'recipient' THEN
    UPDATE mail_message
    SET state = 'waiting', recipient = input->>'recipient', language = input->>'language',
      subject = input->>'subject', attempts = 0, failure = NULL
    WHERE id = letter.id
    RETURNING * INTO letter;
  ELSIF letter.state = 'sending' AND letter.attempted_at < clock_timestamp() - lease THEN
    UPDATE mail_message
    SET state = 'unconfirmed',
      failure = 'the attempt broke off while the letter was handed over'
    WHERE id = letter.id
    RETURNING * INTO letter;
    PERFORM report_letter(ctx, letter, 'mail-unconfirmed');
  END IF;
  RETURN jsonb_build_object(
    'state', letter.state, 'attempts', letter.attempts, 'messageId', letter.message_id);
END $$;

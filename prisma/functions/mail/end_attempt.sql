-- Books how an attempt to send a letter ended. A sent letter stays sent. A letter that failed or is
-- unconfirmed opens a work item.
--
-- Input:   endAttempt in prisma/commands/mail.ts; the letter is 'sent', 'waiting' for another
--          attempt, 'failed' for good, or 'unconfirmed' when nobody knows whether it arrived
-- Answer:  recorded: false when the letter was not waiting or being sent; nothing is changed then
-- Locks:   the books (shared), the letter
-- Refuses: none
-- Key:     businessKey, while the letter is waiting or being sent; a repetition of an end answers
--          recorded: false
CREATE OR REPLACE FUNCTION end_attempt(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  letter mail_message%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  UPDATE mail_message
  SET state = input->>'state',
    failure = input->>'failure',
    attempts = attempts + 1,
    sent_at = CASE WHEN input->>'state' = 'sent' THEN context_at(ctx) END
  WHERE business_key = input->>'businessKey' AND state IN ('waiting', 'sending')
  RETURNING * INTO letter;
  IF NOT FOUND THEN
    RETURN '{"recorded":false}';
  END IF;

  CASE letter.state
    WHEN 'failed' THEN
      PERFORM report_letter(ctx, letter, 'mail-undeliverable');
    WHEN 'unconfirmed' THEN
      PERFORM report_letter(ctx, letter, 'mail-unconfirmed');
    WHEN 'sent' THEN
      PERFORM end_work_item(ctx, 'mail-undeliverable', letter.id::text);
      IF letter.kind = 'invoice' THEN
        PERFORM record_receivable_event(ctx, letter.invoice_id, 'invoice-mailed',
          jsonb_build_object('kind', 'invoice', 'id', letter.invoice_id));
      END IF;
    ELSE NULL;
  END CASE;
  RETURN '{"recorded":true}';
END $$;

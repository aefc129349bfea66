-- Books how an attempt to print ended. NOT_SENT means that not a byte was sent, so that the job may
-- be tried again. A job given up (FAILED) after its first byte may be on paper: it ends as UNKNOWN.
--
-- Input:   endPrintJob in prisma/commands/receipt.ts
-- Answer:  {}
-- Locks:   the books (shared), the print job
-- Refuses: none
-- Key:     printJobId and its state; a job that has ended stays as it is, but one in doubt may
--          still turn out to be printed
CREATE OR REPLACE FUNCTION end_print_job(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  job print_job%ROWTYPE;
  ending text := input->>'state';
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO job FROM print_job WHERE id = (input->>'printJobId')::uuid FOR UPDATE;
  IF NOT FOUND OR job.state IN ('PRINTED', 'SENT_UNCONFIRMED', 'FAILED') THEN
    RETURN '{}';
  END IF;
  IF job.state = 'UNKNOWN' AND ending IN ('UNKNOWN', 'FAILED') THEN
    RETURN '{}';
  END IF;
  IF job.state = 'SENDING' AND ending = 'FAILED' THEN
    ending := 'UNKNOWN';
  END IF;

  UPDATE print_job
  SET state = ending,
    failure = input->>'failure',
    content_sha256 = coalesce(decode(input->>'contentSha256', 'hex'), content_sha256),
    ended_at = CASE WHEN ending = 'NOT_SENT' THEN NULL ELSE context_at(ctx) END
  WHERE id = job.id
  RETURNING * INTO job;
  IF job.sale_id IS NOT NULL AND ending <> 'NOT_SENT' THEN
    PERFORM report_print_end(ctx, job);
  END IF;
  RETURN '{}';
END $$;

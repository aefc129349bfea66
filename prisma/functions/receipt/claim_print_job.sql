-- Claims a job for sending. Input {printJobId}. Answers {kind: 'claimed'}, or what became of it before: {kind: 'done' |
-- 'unknown'}; a job found in SENDING was left there by a crash, so its fate is unknown. {kind: 'waits'} while another
-- paper of the same sale that was asked for before it is still to come out of the same printer.
CREATE OR REPLACE FUNCTION claim_print_job(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE job print_job%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO job FROM print_job WHERE id = (input->>'printJobId')::uuid FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('PRINT_JOB_NOT_FOUND', 'There is no such print job.', 'printJobId'); END IF;
  IF job.state IN ('PRINTED', 'SENT_UNCONFIRMED', 'FAILED') THEN RETURN '{"kind":"done"}'; END IF;
  IF job.state IN ('SENDING', 'UNKNOWN') THEN
    PERFORM end_print_job(ctx, jsonb_build_object('printJobId', job.id, 'state', 'UNKNOWN',
      'failure', 'the agent stopped while it was sending'));
    RETURN '{"kind":"unknown"}';
  END IF;
  IF EXISTS (SELECT 1 FROM print_job e WHERE e.sale_id = job.sale_id AND e.printer_id = job.printer_id
      AND e.copy_number < job.copy_number AND e.ended_at IS NULL) THEN
    RETURN '{"kind":"waits"}';
  END IF;
  UPDATE print_job SET state = 'SENDING', attempts = attempts + 1 WHERE id = job.id;
  RETURN '{"kind":"claimed"}';
END $$;

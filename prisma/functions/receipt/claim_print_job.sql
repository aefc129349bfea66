-- Claims a print job before its bytes are sent, so that only one process sends it.
--
-- Input:   claimPrintJob in prisma/commands/receipt.ts
-- Answer:  kind 'claimed'; 'done' when it had ended before; 'unknown' when a crash left it while it
--          was being sent, so that nobody knows whether it is on paper; 'waits' while another paper
--          of the same sale, asked for before this one, is still to come out of the same printer
-- Locks:   the books (shared), the print job
-- Refuses: PRINT_JOB_NOT_FOUND
-- Key:     printJobId and its state; a job whose bytes were begun is never claimed again
CREATE OR REPLACE FUNCTION claim_print_job(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  job print_job%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO job FROM print_job WHERE id = (input->>'printJobId')::uuid FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('PRINT_JOB_NOT_FOUND', 'There is no such print job.', 'printJobId');
  END IF;
  IF job.state IN ('PRINTED', 'SENT_UNCONFIRMED', 'FAILED') THEN
    RETURN '{"kind":"done"}';
  END IF;
  IF job.state IN ('SENDING', 'UNKNOWN') THEN
    PERFORM end_print_job(ctx, jsonb_build_object(
      'printJobId', job.id,
      'state', 'UNKNOWN',
      'failure', 'the agent stopped while it was sending'));
    RETURN '{"kind":"unknown"}';
  END IF;
  IF EXISTS (
    SELECT 1
    FROM print_job earlier
    WHERE earlier.sale_id = job.sale_id
      AND earlier.printer_id = job.printer_id
      AND earlier.copy_number < job.copy_number
      AND earlier.ended_at IS NULL
  ) THEN
    RETURN '{"kind":"waits"}';
  END IF;
  UPDATE print_job SET state = 'SENDING', attempts = attempts + 1 WHERE id = job.id;
  RETURN '{"kind":"claimed"}';
END $$;

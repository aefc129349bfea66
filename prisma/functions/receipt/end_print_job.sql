-- Books how a job ended, or (NOT_SENT) that not a byte was sent and it may be tried again. Input
-- {printJobId, state, contentSha256? (hex), failure?}. What was begun may be on paper: given up (FAILED), it is in
-- doubt all the same. Every sale whose paper is in doubt becomes a work item, once.
CREATE OR REPLACE FUNCTION end_print_job(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  job print_job%ROWTYPE;
  ending text := input->>'state';
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO job FROM print_job WHERE id = (input->>'printJobId')::uuid FOR UPDATE;
  IF ending = 'FAILED' AND job.state = 'SENDING' THEN ending := 'UNKNOWN'; END IF;
  IF NOT FOUND OR job.state IN ('PRINTED', 'SENT_UNCONFIRMED', 'FAILED')
    OR job.state = 'UNKNOWN' AND ending IN ('UNKNOWN', 'FAILED') THEN RETURN '{}'; END IF;
  UPDATE print_job SET state = ending, failure = input->>'failure',
    content_sha256 = coalesce(decode(input->>'contentSha256', 'hex'), content_sha256),
    ended_at = CASE WHEN ending = 'NOT_SENT' THEN NULL ELSE context_at(ctx) END
  WHERE id = job.id RETURNING * INTO job;
  IF job.sale_id IS NULL OR ending = 'NOT_SENT' THEN RETURN '{}'; END IF;
  PERFORM record_event(ctx, job.sale_id, CASE ending WHEN 'PRINTED' THEN 'receipt-printed'
      WHEN 'SENT_UNCONFIRMED' THEN 'receipt-sent' ELSE 'receipt-in-doubt' END,
    jsonb_build_object('kind', 'print-job', 'id', job.id, 'detail',
      jsonb_build_object('copy', job.copy_number, 'state', ending, 'failure', job.failure)));
  IF ending IN ('UNKNOWN', 'FAILED') THEN
    PERFORM open_work_item(ctx, jsonb_build_object('kind', 'receipt-in-doubt', 'subjectKind', 'print-job',
      'subjectId', job.id, 'saleId', job.sale_id, 'storeId', s.store_id,
      'detail', jsonb_build_object('state', ending, 'failure', job.failure)))
    FROM sale s WHERE s.id = job.sale_id;
  END IF;
  RETURN '{}';
END $$;

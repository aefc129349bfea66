-- The printing lane. An original is sent at most once: the job is claimed before its first byte, and a
-- job whose fate is unknown is never sent again, only copied.

-- Claims a job for sending. Input {printJobId}. Answers {kind: 'claimed'} or what became of it before:
-- {kind: 'done' | 'unknown'}; a job found in SENDING was left there by a crash, so its fate is unknown.
CREATE FUNCTION claim_print_job(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
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
  UPDATE print_job SET state = 'SENDING', attempts = attempts + 1 WHERE id = job.id;
  RETURN '{"kind":"claimed"}';
END $$;

-- Books how a job ended, or (NOT_SENT) that not a byte was sent and it may be tried again. Input
-- {printJobId, state, contentSha256? (hex), failure?}. What was begun may be on paper: given up (FAILED), it is in
-- doubt all the same. Every sale whose paper is in doubt becomes a work item, once.
CREATE FUNCTION end_print_job(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
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

-- Asks for one more copy of a receipt; its number is fixed before a byte is sent. Input {saleId}.
-- Answers {printJobId, copyNumber}. Refuses: SALE_NOT_FOUND, PRINTER_MISSING.
CREATE FUNCTION request_copy(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  sold record;
  job_key uuid := uuid_v7();
  copy int;
BEGIN
  PERFORM enter_context(ctx);
  SELECT s.id, t.printer_id, st.code INTO sold FROM sale s JOIN terminal t ON t.id = s.terminal_id
    JOIN store st ON st.id = s.store_id WHERE s.id = (input->>'saleId')::uuid;
  IF NOT FOUND THEN PERFORM refuse('SALE_NOT_FOUND', 'There is no such sale.', 'saleId'); END IF;
  IF sold.printer_id IS NULL THEN PERFORM refuse('PRINTER_MISSING', 'The terminal has no printer.', 'saleId'); END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('copy:' || sold.id, 0));
  SELECT coalesce(max(copy_number), 0) + 1 INTO copy FROM print_job WHERE sale_id = sold.id AND kind = 'REPRINT';
  INSERT INTO print_job (id, sale_id, printer_id, kind, copy_number, state, process_id, created_by, created_at)
  VALUES (job_key, sold.id, sold.printer_id, 'REPRINT', copy, 'QUEUED', upper(substr(md5(job_key::text), 1, 4)),
    ctx#>>'{actor,id}', context_at(ctx));
  PERFORM record_event(ctx, sold.id, 'copy-requested', jsonb_build_object('kind', 'print-job', 'id', job_key,
    'workflowId', 'print:' || job_key, 'detail', jsonb_build_object('copy', copy)));
  INSERT INTO workflow_start (workflow_type, workflow_id, task_queue, input, search_attributes)
  VALUES ('printCopy', 'print:' || job_key, 'sales',
    jsonb_build_object('printJobId', job_key, 'storeCode', sold.code), jsonb_build_object('Store', sold.code));
  RETURN jsonb_build_object('printJobId', job_key, 'copyNumber', copy);
END $$;

-- Asks for one more copy of a receipt; its number is fixed before a byte is sent. Input {saleId}.
-- Answers {printJobId, copyNumber}. Refuses: SALE_NOT_FOUND, PRINTER_MISSING.
CREATE OR REPLACE FUNCTION request_copy(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
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

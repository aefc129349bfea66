-- Requests one more copy of a receipt. The copy's number, which is printed on it, is fixed before a
-- byte is sent.
--
-- Input:   requestCopy in prisma/commands/receipt.ts
-- Answer:  the print job and the number of the copy; a workflow prints it
-- Locks:   the books (shared), the copies of the sale
-- Refuses: SALE_NOT_FOUND; PRINTER_MISSING when the terminal of the sale has no printer
-- Key:     none: each call asks for another copy, callers bring an idempotency key of their own
CREATE OR REPLACE FUNCTION request_copy(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  sold record;
  job_key uuid := uuid_v7();
  copy int;
BEGIN
  PERFORM enter_context(ctx);
  SELECT sale.id, terminal.printer_id, store.code AS store_code INTO sold
  FROM sale
  JOIN terminal ON terminal.id = sale.terminal_id
  JOIN store ON store.id = sale.store_id
  WHERE sale.id = (input->>'saleId')::uuid;
  IF NOT FOUND THEN
    PERFORM refuse('SALE_NOT_FOUND', 'There is no such sale.', 'saleId');
  END IF;
  IF sold.printer_id IS NULL THEN
    PERFORM refuse('PRINTER_MISSING', 'The terminal has no printer.', 'saleId');
  END IF;

  PERFORM pg_advisory_xact_lock(hashtextextended('copy:' || sold.id, 0));
  SELECT coalesce(max(copy_number), 0) + 1 INTO copy
  FROM print_job
  WHERE sale_id = sold.id AND kind = 'REPRINT';
  INSERT INTO print_job (
    id, sale_id, printer_id, kind, copy_number, state, process_id, created_by, created_at)
  VALUES (
    job_key, sold.id, sold.printer_id, 'REPRINT', copy, 'QUEUED', print_process_id(job_key),
    ctx#>>'{actor,id}', context_at(ctx));

  PERFORM record_event(ctx, sold.id, 'copy-requested', jsonb_build_object(
    'kind', 'print-job',
    'id', job_key,
    'workflowId', 'print:' || job_key,
    'detail', jsonb_build_object('copy', copy)));
  INSERT INTO workflow_start (workflow_type, workflow_id, task_queue, input, search_attributes)
  VALUES (
    'printCopy',
    'print:' || job_key,
    'sales',
    jsonb_build_object('printJobId', job_key, 'storeCode', sold.store_code),
    jsonb_build_object('Store', sold.store_code));
  RETURN jsonb_build_object('printJobId', job_key, 'copyNumber', copy);
END $$;

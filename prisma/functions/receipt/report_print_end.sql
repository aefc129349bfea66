-- Writes into the life of a sale how the printing of its receipt or copy ended. When it is unknown
-- whether it was printed, a work item is opened, once for each job.
--
-- Input:   job: as it is after it ended, of a sale
CREATE OR REPLACE FUNCTION report_print_end(ctx jsonb, job print_job) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM record_event(
    ctx,
    job.sale_id,
    CASE job.state
      WHEN 'PRINTED' THEN 'receipt-printed'
      WHEN 'SENT_UNCONFIRMED' THEN 'receipt-sent'
      ELSE 'receipt-in-doubt'
    END,
    jsonb_build_object(
      'kind', 'print-job',
      'id', job.id,
      'detail', jsonb_build_object(
        'copy', job.copy_number, 'state', job.state, 'failure', job.failure)));

  IF job.state IN ('UNKNOWN', 'FAILED') THEN
    PERFORM open_work_item(ctx, jsonb_build_object(
      'kind', 'receipt-in-doubt',
      'subjectKind', 'print-job',
      'subjectId', job.id,
      'saleId', job.sale_id,
      'storeId', (SELECT store_id FROM sale WHERE id = job.sale_id),
      'detail', jsonb_build_object('state', job.state, 'failure', job.failure)));
  END IF;
END $$;

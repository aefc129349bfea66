CREATE OR REPLACE FUNCTION stored_capture(sale_id uuid, content_hash bytea) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'kind', CASE WHEN s.content_hash = stored_capture.content_hash THEN 'replayed' ELSE 'conflict' END,
    'number', s.number, 'receiptSerial', s.receipt_serial, 'bookedAt', s.booked_at, 'businessDate', s.business_date,
    'workflowId', 'sale:' || s.id, 'priced', s.priced,
    'exceptions', coalesce((SELECT e.detail->'exceptions' FROM lifecycle_event e
      WHERE e.sale_id = s.id AND e.kind = 'captured'), '[]'))
  FROM sale s WHERE s.id = stored_capture.sale_id
$$;

-- The stored sale with this id, as the answer to a repeated capture. NULL when there is no such
-- sale.
--
-- Input:   hash: SHA-256 of the content that is captured now
-- Answer:  as capture_sale; kind is 'replayed' when the content is the same and 'conflict' when it
--          is another
CREATE OR REPLACE FUNCTION stored_capture(sale_key uuid, hash bytea) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'kind', CASE WHEN sale.content_hash = hash THEN 'replayed' ELSE 'conflict' END,
    'number', sale.number,
    'receiptSerial', sale.receipt_serial,
    'bookedAt', sale.booked_at,
    'businessDate', sale.business_date,
    'workflowId', 'sale:' || sale.id,
    'priced', sale.priced,
    'exceptions', coalesce((
      SELECT captured.detail->'exceptions'
      FROM lifecycle_event captured
      WHERE captured.sale_id = sale.id AND captured.kind = 'captured'), '[]'))
  FROM sale
  WHERE sale.id = sale_key
$$;

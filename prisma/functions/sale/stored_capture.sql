-- The stored sale with this id, as the answer to a repeated capture, whether it is booked or kept
-- in shadow. NULL when there is no such sale.
--
-- Input:   hash: SHA-256 of the content that is captured now
-- Answer:  as capture_sale; kind is 'replayed' when the content is the same and 'conflict' when it
--          is another
CREATE OR REPLACE FUNCTION stored_capture(sale_key uuid, hash bytea) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'kind', CASE WHEN sale.content_hash = hash THEN 'replayed' ELSE 'conflict' END,
    'shadow', false,
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
  UNION ALL
  SELECT jsonb_build_object(
    'kind', CASE WHEN kept.content_hash = hash THEN 'replayed' ELSE 'conflict' END,
    'shadow', true,
    'number', kept.number,
    'till', kept.till,
    'receiptSerial', NULL,
    'bookedAt', kept.received_at,
    'businessDate', kept.business_date,
    'workflowId', NULL,
    'priced', kept.priced,
    'exceptions', kept.exceptions)
  FROM shadow_sale kept
  WHERE kept.id = sale_key
$$;

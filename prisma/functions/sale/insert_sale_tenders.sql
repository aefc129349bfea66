-- Writes how a sale was paid.
--
-- Input:   tenders of capture_sale
CREATE OR REPLACE FUNCTION insert_sale_tenders(sold sale, tenders jsonb) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO sale_tender (
    sale_id, tender_number, type, amount, tendered_amount, change_amount, currency, reference)
  SELECT
    sold.id,
    (tender->>'tenderNumber')::int,
    tender->>'type',
    (tender->>'amount')::bigint,
    (tender->>'tendered')::bigint,
    (tender->>'change')::bigint,
    sold.currency,
    tender->>'reference'
  FROM jsonb_array_elements(tenders) tender
$$;

-- Writes a captured sale with its lines and tenders, and answers its row.
--
-- Input:   as capture_sale, each line with its lineId; the number of the receipt and its serial,
--          which are those of the sale
CREATE OR REPLACE FUNCTION insert_sale(
  ctx jsonb, input jsonb, receipt_number text, receipt_serial bigint)
RETURNS sale
LANGUAGE plpgsql AS $$
DECLARE
  totals jsonb := input->'totals';
  sold sale%ROWTYPE;
BEGIN
  INSERT INTO sale (
    id, number, receipt_serial, legal_entity_id, store_id, terminal_id, customer_id,
    mode, delivery, language, cashier, content_hash, content, priced,
    device_sequence, price_version, business_date, captured_at, booked_at,
    currency, gross_amount, discount_amount, discount_base_amount,
    tax_base_amount, tax_amount, rounding_amount, total_amount, on_account_amount)
  VALUES (
    (input->>'saleId')::uuid, receipt_number, receipt_serial,
    (input->>'legalEntityId')::uuid, (input->>'storeId')::uuid,
    (input->>'terminalId')::uuid, (input->>'customerId')::uuid,
    input->>'mode', input->>'delivery', input->>'language', input->>'cashier',
    decode(input->>'contentHash', 'hex'), (input->'content')::json, (input->'priced')::json,
    (input->>'deviceSequence')::bigint, (input->>'priceVersion')::int,
    (input->>'businessDate')::date, (input->>'capturedAt')::timestamptz, context_at(ctx),
    input->>'currency', (totals->>'gross')::bigint,
    (totals->>'discount')::bigint, (totals->>'discountBase')::bigint,
    (totals->>'taxBase')::bigint, (totals->>'tax')::bigint, (totals->>'rounding')::bigint,
    (totals->>'total')::bigint, (totals->>'onAccount')::bigint)
  RETURNING * INTO sold;

  PERFORM insert_suspense_item(input->'lines');
  PERFORM insert_sale_lines(sold, input->'lines');
  PERFORM insert_sale_promotions(sold, input);
  PERFORM insert_sale_tenders(sold, input->'tenders');
  RETURN sold;
END $$;

CREATE OR REPLACE FUNCTION insert_sale(ctx jsonb, input jsonb, given jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  sale_key uuid := (input->>'saleId')::uuid;
  unit char(3) := input->>'currency';
  t jsonb := input->'totals';
BEGIN
  INSERT INTO sale (id, number, legal_entity_id, store_id, terminal_id, customer_id, mode, delivery, language,
    content_hash, content, priced, device_sequence, receipt_serial, price_version, business_date, captured_at, booked_at,
    currency, gross_amount, discount_amount, discount_base_amount, tax_base_amount, tax_amount, rounding_amount, total_amount,
    on_account_amount, cashier)
  VALUES (sale_key, given->>'number', (input->>'legalEntityId')::uuid, (input->>'storeId')::uuid,
    (input->>'terminalId')::uuid, (input->>'customerId')::uuid, input->>'mode', input->>'delivery', input->>'language',
    decode(input->>'contentHash', 'hex'), (input->'content')::json, (input->'priced')::json, (input->>'deviceSequence')::bigint,
    (given->>'serial')::bigint, (input->>'priceVersion')::int, (input->>'businessDate')::date,
    (input->>'capturedAt')::timestamptz, context_at(ctx), unit, (t->>'gross')::bigint, (t->>'discount')::bigint, (t->>'discountBase')::bigint,
    (t->>'taxBase')::bigint, (t->>'tax')::bigint, (t->>'rounding')::bigint, (t->>'total')::bigint,
    (t->>'onAccount')::bigint, input->>'cashier');
  INSERT INTO sale_line (id, sale_id, line_number, item_id, sku, name, unit, quantity_milli, unit_price_amount,
    gross_amount, discount_amount, net_amount, tax_code, tax_base_amount, tax_amount, currency)
  SELECT (l->>'lineId')::uuid, sale_key, (l->>'lineNumber')::int, (l->>'itemId')::uuid, l->>'sku', l->>'name', l->>'unit',
    (l->>'quantityMilli')::bigint, (l->>'unitPrice')::bigint, (l->>'gross')::bigint, (l->>'discount')::bigint,
    (l->>'net')::bigint, l->>'taxCode', (l->>'taxBase')::bigint, (l->>'tax')::bigint, unit
  FROM jsonb_array_elements(input->'lines') l;
  INSERT INTO sale_tender (sale_id, tender_number, type, amount, tendered_amount, change_amount, currency, reference)
  SELECT sale_key, (l->>'tenderNumber')::int, l->>'type', (l->>'amount')::bigint, (l->>'tendered')::bigint,
    (l->>'change')::bigint, unit, l->>'reference'
  FROM jsonb_array_elements(input->'tenders') l;
END $$;

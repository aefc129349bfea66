-- Writes the invoice of another system with one line: what is open of it. It keeps its number; its
-- payment reference is of a range of its own, so that none of ours is taken.
--
-- Input:   as bring_in_receivable
-- Locks:   the number series
CREATE OR REPLACE FUNCTION insert_brought_in_invoice(ctx jsonb, input jsonb) RETURNS invoice
LANGUAGE plpgsql AS $$
DECLARE
  range_begins CONSTANT bigint := 90000000;
  day date := (input->>'businessDate')::date;
  owed bigint := (input->>'amount')::bigint;
  entity legal_entity%ROWTYPE;
  series record;
  invoice_row invoice%ROWTYPE;
BEGIN
  SELECT e.* INTO STRICT entity
  FROM store s
  JOIN legal_entity e ON e.id = s.legal_entity_id
  WHERE s.id = (input->>'storeId')::uuid;
  SELECT * INTO series FROM take_number(entity.id, 'brought-in', day);

  INSERT INTO invoice (
    legal_entity_id, series_id, series_number, number, payment_reference, store_id, customer_id,
    language, issued_on, issued_at, currency, net_amount, tax_amount, total_amount, prepaid_amount)
  SELECT
    entity.id, series.series_id, series.number, input->>'number',
    payment_reference(
      to_char(day, 'YY') || entity.reference_digits, range_begins + series.number),
    (input->>'storeId')::uuid, customer.id, customer.language, (input->>'issuedOn')::date,
    context_at(ctx), input->>'currency', owed, 0, owed, 0
  FROM customer
  WHERE customer.id = (input->>'customerId')::uuid
  RETURNING * INTO invoice_row;

  INSERT INTO invoice_line (
    invoice_id, line_number, sku, name, unit, quantity_milli, unit_price_amount, discount_amount,
    net_amount, tax_code, tax_base_amount, tax_amount, currency)
  SELECT
    invoice_row.id, 1, line.sku, line.name, line.unit, 1000, owed, 0, owed, line."taxCode", owed, 0,
    invoice_row.currency
  FROM jsonb_to_record(input->'line') AS line (sku text, name text, unit text, "taxCode" text);
  RETURN invoice_row;
END $$;

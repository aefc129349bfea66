-- Takes the next invoice number and writes the invoice of a sale with its lines.
--
-- Input:   day: on which it is issued
-- Locks:   the number series
CREATE OR REPLACE FUNCTION insert_invoice(ctx jsonb, sold sale, day date) RETURNS invoice
LANGUAGE plpgsql AS $$
DECLARE
  series record;
  invoice_row invoice%ROWTYPE;
BEGIN
  SELECT * INTO series FROM take_number(sold.legal_entity_id, 'invoice', day);

  INSERT INTO invoice (
    id, legal_entity_id, series_id, series_number, number, payment_reference,
    sale_id, store_id, customer_id, language, issued_on, issued_at,
    currency, net_amount, tax_amount, total_amount, prepaid_amount)
  SELECT
    uuid_v7(), sold.legal_entity_id, series.series_id, series.number,
    document_number(series.prefix, series.number),
    payment_reference(to_char(day, 'YY') || entity.reference_digits, series.number),
    sold.id, sold.store_id, sold.customer_id, customer.language, day, context_at(ctx),
    sold.currency, sold.total_amount - sold.tax_amount, sold.tax_amount,
    sold.total_amount, sold.total_amount - sold.on_account_amount
  FROM customer, legal_entity entity
  WHERE customer.id = sold.customer_id AND entity.id = sold.legal_entity_id
  RETURNING * INTO invoice_row;

  INSERT INTO invoice_line (
    invoice_id, line_number, sku, name, unit, quantity_milli, unit_price_amount,
    discount_amount, net_amount, tax_code, tax_base_amount, tax_amount, currency)
  SELECT
    invoice_row.id, line_number, sku, name, unit, quantity_milli, unit_price_amount,
    discount_amount, net_amount, tax_code, tax_base_amount, tax_amount, currency
  FROM sale_line
  WHERE sale_id = sold.id;
  RETURN invoice_row;
END $$;

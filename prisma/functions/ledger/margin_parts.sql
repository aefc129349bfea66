-- Net sales and cost of goods of journal entries, split over the lines of their sale. Products
-- have no account: net sales are spread by tax base, cost by the stock value of each line. The
-- share of a line is the rounded running sum with it less the one before it, so that the shares
-- add up exactly. When all weights are 0 the lines share equally; an entry without a sale is one
-- part without a product.
--
-- Input:   as margin_entries
CREATE OR REPLACE FUNCTION margin_parts(
  first_day date, last_day date, after bigint, up_to bigint
) RETURNS TABLE (
  business_date date, store_id uuid, sale_id uuid, item_id uuid, currency char(3),
  net_sales numeric, cost numeric)
LANGUAGE sql STABLE AS $$
  WITH line AS (
    SELECT
      b.*,
      x.item_id,
      coalesce(x.line_number, 0) AS n,
      coalesce(x.tax_base_amount, 0) AS base,
      coalesce((
        SELECT -sum(m.value_amount) FROM stock_movement m
        WHERE m.document_id = b.document_id AND m.line_id = x.id), 0) AS value
    FROM margin_entries(first_day, last_day, after, up_to) b
    LEFT JOIN sale_line x ON x.sale_id = b.sale_id
  ),
  weighed AS (
    SELECT
      *,
      CASE WHEN sum(base) OVER entry = 0 THEN 1 ELSE base END AS sales_weight,
      CASE WHEN sum(value) OVER entry = 0 THEN 1 ELSE value END AS cost_weight
    FROM line
    WINDOW entry AS (PARTITION BY entry_id, store_id, currency)
  ),
  running AS (
    SELECT
      *,
      sum(sales_weight) OVER entry AS sales_weights,
      sum(cost_weight) OVER entry AS cost_weights,
      sum(sales_weight) OVER so_far AS sales_so_far,
      sum(cost_weight) OVER so_far AS cost_so_far
    FROM weighed
    WINDOW entry AS (PARTITION BY entry_id, store_id, currency),
      so_far AS (PARTITION BY entry_id, store_id, currency ORDER BY n)
  )
  SELECT business_date, store_id, sale_id, item_id, currency,
    round(net_sales * sales_so_far / sales_weights)
      - round(net_sales * (sales_so_far - sales_weight) / sales_weights),
    round(cost * cost_so_far / cost_weights)
      - round(cost * (cost_so_far - cost_weight) / cost_weights)
  FROM running
  UNION ALL
  SELECT * FROM margin_of_identifications(first_day, last_day, after, up_to)
$$;

-- Net sales and cost of lines that left suspense: what a line brought is taken from the suspense
-- item and given to the item that it was, with the cost of its goods; undone, the other way round.
--
-- Input:   as margin_entries
CREATE OR REPLACE FUNCTION margin_of_identifications(
  first_day date, last_day date, after bigint, up_to bigint
) RETURNS TABLE (
  business_date date, store_id uuid, sale_id uuid, item_id uuid, currency char(3),
  net_sales numeric, cost numeric)
LANGUAGE sql STABLE AS $$
  SELECT
    entry.business_date,
    sold.store_id,
    sold.id,
    part.item_id,
    known.currency,
    part.net_sales * way.sign,
    part.cost * way.sign
  FROM journal_entry entry
  JOIN sale_line_identification known ON known.id = entry.document_id
  JOIN sale_line line ON line.id = known.sale_line_id
  JOIN sale sold ON sold.id = line.sale_id
  CROSS JOIN LATERAL (
    VALUES
      (line.item_id, -line.tax_base_amount, 0::bigint),
      (known.item_id, known.tax_base_amount, known.cost_amount)
  ) part (item_id, net_sales, cost)
  CROSS JOIN LATERAL (
    SELECT CASE WHEN entry.kind LIKE '%-reversal' THEN -1::numeric ELSE 1 END AS sign
  ) way
  WHERE entry.document_kind = 'line-identification'
    AND entry.business_date BETWEEN first_day AND last_day
    AND entry."position" > after
    AND entry."position" <= up_to
$$;

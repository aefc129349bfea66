-- Journal entries with their net sales and cost of goods, by store, and the sale they are about.
-- Revenue is booked as credit (below zero); here both have the sign a reader expects. Lines that
-- left suspense are in margin_of_identifications.
--
-- Input:   the days; the entries with a position above `after`, up to `up_to`
CREATE OR REPLACE FUNCTION margin_entries(
  first_day date, last_day date, after bigint, up_to bigint
) RETURNS TABLE (
  entry_id uuid, business_date date, store_id uuid, document_id uuid, sale_id uuid,
  currency char(3), net_sales numeric, cost numeric)
LANGUAGE sql STABLE AS $$
  SELECT
    entry.id,
    entry.business_date,
    line.store_id,
    entry.document_id,
    CASE entry.document_kind
      WHEN 'sale' THEN entry.document_id
      WHEN 'credit-note' THEN (
        SELECT i.sale_id FROM credit_note c JOIN invoice i ON i.id = c.invoice_id
        WHERE c.id = entry.document_id)
    END,
    line.currency,
    -coalesce(sum(line.amount) FILTER (WHERE account.role <> 'costOfGoodsSold'), 0),
    coalesce(sum(line.amount) FILTER (WHERE account.role = 'costOfGoodsSold'), 0)
  FROM journal_entry entry
  JOIN journal_line line ON line.entry_id = entry.id
  JOIN account ON account.code = line.account_code
  WHERE entry.business_date BETWEEN first_day AND last_day
    AND entry."position" > after
    AND entry."position" <= up_to
    AND entry.document_kind <> 'line-identification'
    AND account.role IN ('salesRevenue', 'salesDiscounts', 'salesReturns', 'costOfGoodsSold')
  GROUP BY entry.id, line.store_id, line.currency
$$;

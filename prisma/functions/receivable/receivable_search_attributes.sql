-- By what finance finds the workflow of a receivable in Temporal, and its placement. Stored there
-- unencrypted: codes, bands and document numbers, no customer.
--
-- Input:   the invoice
-- Answer:  an object by the names of the search attributes
CREATE OR REPLACE FUNCTION receivable_search_attributes(invoice_key uuid) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object(
    'Stage', 'collecting',
    'Store', s.code,
    'SaleNumber', sa.number,
    'InvoiceNumber', i.number,
    'AmountBand', amount_band(i.total_amount)))
  FROM invoice i
  JOIN store s ON s.id = i.store_id
  LEFT JOIN sale sa ON sa.id = i.sale_id
  WHERE i.id = invoice_key
$$;

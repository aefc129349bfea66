-- What is left to credit of an invoice. A dunning fee was no sale and bore no tax: it is written
-- off, not credited.
--
-- Locks:   none: the caller holds the open items
CREATE OR REPLACE FUNCTION creditable_amount(invoice_key uuid) RETURNS bigint
LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(open_amount), 0)::bigint
  FROM open_item
  WHERE invoice_id = invoice_key AND kind <> 'fee'
$$;

-- What is left to credit of an invoice. Dunning fees do not count: they are no sale and bear no
-- tax, so they are written off, not credited.
--
-- Locks:   none: the caller holds the open items
CREATE OR REPLACE FUNCTION creditable_amount(invoice_key uuid) RETURNS bigint
LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(open_amount), 0)::bigint
  FROM open_item
  WHERE invoice_id = invoice_key AND kind <> 'fee'
$$;

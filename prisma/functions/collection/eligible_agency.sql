-- The agency that an invoice goes to when nobody chose one: active, of the customer's country and currency, not
-- one that had this invoice before; of several the one with the least on its desk.
CREATE OR REPLACE FUNCTION eligible_agency(invoice_key uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT a.id FROM invoice i JOIN customer c ON c.id = i.customer_id
  JOIN agency a ON a.active AND a.currency = i.currency AND a.country = c.country
  WHERE i.id = invoice_key AND NOT EXISTS (SELECT 1 FROM placement p WHERE p.invoice_id = i.id AND p.agency_id = a.id)
  ORDER BY (SELECT coalesce(sum(p.outstanding_amount), 0) FROM placement p WHERE p.agency_id = a.id AND p.closed_at IS NULL), a.code
  LIMIT 1
$$;

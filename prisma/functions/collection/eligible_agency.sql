-- Finds the agency for an invoice when none was requested: active, with an agreement that
-- is in force on the day, for the customer's country and the invoice's currency, and without an
-- earlier placement of this invoice. Of several, the one with the least outstanding amount, then
-- the first by code.
--
-- Answer:  null when there is none
CREATE OR REPLACE FUNCTION eligible_agency(invoice_key uuid, day date) RETURNS uuid
LANGUAGE sql STABLE AS $$
  SELECT agency.id
  FROM invoice
  JOIN customer ON customer.id = invoice.customer_id
  JOIN agency
    ON agency.active
    AND agency.currency = invoice.currency
    AND agency.country = customer.country
    AND agreement_in_force(agency.id, day) IS NOT NULL
  WHERE invoice.id = invoice_key
    AND NOT EXISTS (
      SELECT 1
      FROM placement earlier
      WHERE earlier.invoice_id = invoice.id AND earlier.agency_id = agency.id)
  ORDER BY
    (SELECT coalesce(sum(running.outstanding_amount), 0)
      FROM placement running
      WHERE running.agency_id = agency.id AND running.closed_at IS NULL),
    agency.code
  LIMIT 1
$$;

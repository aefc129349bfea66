-- Answers the legal entity that a remittance pays to: that of all invoices in its lines.
CREATE OR REPLACE FUNCTION remittance_entity(remittance_key uuid) RETURNS uuid
LANGUAGE sql STABLE AS $$
  SELECT invoice.legal_entity_id
  FROM remittance_line line
  JOIN placement ON placement.id = line.placement_id
  JOIN invoice ON invoice.id = placement.invoice_id
  WHERE line.remittance_id = remittance_key
  LIMIT 1
$$;

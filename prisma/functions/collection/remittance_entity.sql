CREATE OR REPLACE FUNCTION remittance_entity(remittance_key uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT i.legal_entity_id FROM remittance_line l JOIN placement p ON p.id = l.placement_id JOIN invoice i ON i.id = p.invoice_id
  WHERE l.remittance_id = remittance_key LIMIT 1
$$;

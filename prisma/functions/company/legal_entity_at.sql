-- Answers what stands on a document of a legal entity that was issued at a moment: what held then,
-- whatever was changed since.
--
-- Answer:  {name, address, taxNumber, vatRegistered, logoId}
CREATE OR REPLACE FUNCTION legal_entity_at(entity_id uuid, moment timestamptz) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'name', coalesce(past.legal_name, entity.legal_name),
    'address', coalesce(past.address, entity.address),
    'taxNumber', coalesce(past.tax_number, entity.tax_number),
    'vatRegistered', coalesce(past.vat_registered, entity.vat_registered),
    'logoId', CASE WHEN past.id IS NULL THEN entity.logo_id ELSE past.logo_id END)
  FROM legal_entity entity
  LEFT JOIN LATERAL (
    SELECT *
    FROM legal_entity_past
    WHERE legal_entity_id = entity.id AND until > moment
    ORDER BY until, id
    LIMIT 1) past ON true
  WHERE entity.id = entity_id
$$;

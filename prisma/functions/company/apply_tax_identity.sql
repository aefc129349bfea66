-- Sets the tax number of a legal entity, and whether it is registered for VAT.
--
-- Input:   wanted: {legalEntityId, taxNumber, vatRegistered}
-- Locks:   the legal entity
CREATE OR REPLACE FUNCTION apply_tax_identity(wanted jsonb) RETURNS void
LANGUAGE sql AS $$
  UPDATE legal_entity
  SET tax_number = wanted->>'taxNumber', vat_registered = (wanted->>'vatRegistered')::boolean
  WHERE id = (wanted->>'legalEntityId')::uuid
$$;

-- Trigger before a change of what stands on documents of a legal entity: keeps what stood there
-- until the business time of the change.
CREATE OR REPLACE FUNCTION keep_past_entity() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF (OLD.legal_name, OLD.address, OLD.tax_number, OLD.vat_registered, OLD.logo_id)
    IS DISTINCT FROM
    (NEW.legal_name, NEW.address, NEW.tax_number, NEW.vat_registered, NEW.logo_id) THEN
    INSERT INTO legal_entity_past (
      legal_entity_id, until, legal_name, address, tax_number, vat_registered, logo_id)
    VALUES (
      OLD.id, context_at(current_setting('lunas.context')::jsonb), OLD.legal_name, OLD.address,
      OLD.tax_number, OLD.vat_registered, OLD.logo_id);
  END IF;
  RETURN NEW;
END $$;

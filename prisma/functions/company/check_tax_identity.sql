-- Refuses that a company which sells goods with VAT is no longer registered for it: who is not,
-- charges none.
--
-- Input:   wanted: {legalEntityId, taxNumber, vatRegistered}
-- Refuses: TAX_STILL_CHARGED
CREATE OR REPLACE FUNCTION check_tax_identity(wanted jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  taxed text;
BEGIN
  IF (wanted->>'vatRegistered')::boolean THEN
    RETURN;
  END IF;
  SELECT i.sku INTO taxed
  FROM item i
  JOIN tax_rule r ON r.code = i.tax_code AND r.rate_numerator > 0
  WHERE i.active
  ORDER BY i.sku
  LIMIT 1;
  IF taxed IS NOT NULL THEN
    PERFORM refuse('TAX_STILL_CHARGED',
      format('Item %s is sold with tax: give such items a tax code without it first.', taxed),
      'vatRegistered');
  END IF;
END $$;

-- Adds a tax rule, or takes back one that has not begun.
--
-- Input:   wanted: as NewTaxRule in activities/company/tax-rules.ts, or {code, withdraw: id}
-- Locks:   the rule
CREATE OR REPLACE FUNCTION apply_tax_rule(wanted jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF wanted ? 'withdraw' THEN
    DELETE FROM tax_rule WHERE id = (wanted->>'withdraw')::uuid;
    RETURN;
  END IF;
  INSERT INTO tax_rule (
    code, kind, valid_from, rate_numerator, rate_denominator, base_numerator, base_denominator,
    rounding, label_en, label_id)
  VALUES (
    wanted->>'code', wanted->>'kind', (wanted->>'validFrom')::date,
    (wanted#>>'{rate,numerator}')::int, (wanted#>>'{rate,denominator}')::int,
    (wanted#>>'{baseFactor,numerator}')::int, (wanted#>>'{baseFactor,denominator}')::int,
    wanted->>'rounding', wanted#>>'{label,en}', wanted#>>'{label,id}');
END $$;

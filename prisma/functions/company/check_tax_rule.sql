-- Refuses a tax rule that cannot begin, or one to be taken back that has begun. Twin of
-- domain/tax/plan-tax-rule.ts, which also says whether a rule makes sense: that one judges what a
-- person asks for, this one the day on which another agrees (test/api/company/dated-masters).
--
-- Input:   rule: {code, validFrom}, or {code, withdraw: id of the rule}
-- Locks:   none: the caller holds the changes of masters
-- Refuses: TAX_RULE_NOT_FOUND, TAX_RULE_IN_FORCE, TAX_RULE_EXISTS, TAX_RULE_IN_PAST
CREATE OR REPLACE FUNCTION check_tax_rule(ctx jsonb, rule jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  taken_back uuid := (rule->>'withdraw')::uuid;
  begins date := (rule->>'validFrom')::date;
  today date := company_day(ctx);
  has_sold boolean;
BEGIN
  IF taken_back IS NOT NULL THEN
    SELECT valid_from INTO begins FROM tax_rule WHERE id = taken_back;
    IF begins IS NULL THEN
      PERFORM refuse('TAX_RULE_NOT_FOUND', 'There is no such rule.', 'taxRuleId');
    END IF;
  ELSIF EXISTS (SELECT 1 FROM tax_rule WHERE code = rule->>'code' AND valid_from = begins) THEN
    PERFORM refuse('TAX_RULE_EXISTS',
      format('%s has a rule from %s already.', rule->>'code', begins), 'validFrom');
  END IF;
  has_sold := EXISTS (
    SELECT 1
    FROM sale s
    JOIN sale_line l ON l.sale_id = s.id
    WHERE s.business_date >= begins AND l.tax_code = rule->>'code');
  IF taken_back IS NOT NULL AND (has_sold OR begins <= today) THEN
    PERFORM refuse('TAX_RULE_IN_FORCE',
      'The rule has begun: add another that begins later.', 'taxRuleId');
  ELSIF taken_back IS NULL
    AND EXISTS (SELECT 1 FROM tax_rule WHERE code = rule->>'code')
    AND (has_sold OR begins <= today) THEN
    PERFORM refuse('TAX_RULE_IN_PAST',
      format('A rule of %s begins later: what was sold until now keeps its tax.', rule->>'code'),
      'validFrom');
  END IF;
END $$;

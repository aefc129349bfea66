-- A limit of a tender is money, so it says in which currency; capture holds sales of that currency against it.
ALTER TABLE tender_rule ADD COLUMN per_sale_limit_currency CHAR(3);

-- What was written down before meant the currency that the tills sell in: that of most legal entities.
DO $$
DECLARE
  usual CHAR(3) := (SELECT currency FROM legal_entity GROUP BY currency ORDER BY count(*) DESC, currency LIMIT 1);
BEGIN
  IF EXISTS (SELECT 1 FROM tender_rule WHERE per_sale_limit_amount IS NOT NULL) THEN
    PERFORM enter_context(jsonb_build_object('actor', jsonb_build_object('kind', 'system', 'id', 'migration',
      'name', 'migration'), 'origin', 'migration 0063_tender_limits', 'at', now(), 'requestId', uuid_v7()));
    UPDATE tender_rule SET per_sale_limit_currency = coalesce(usual, 'IDR') WHERE per_sale_limit_amount IS NOT NULL;
  END IF;
END $$;

ALTER TABLE tender_rule ADD CONSTRAINT tender_rule_limit_in_a_currency
  CHECK (num_nonnulls(per_sale_limit_amount, per_sale_limit_currency) IN (0, 2));
ALTER TABLE tender_rule ADD CONSTRAINT tender_rule_limit CHECK (per_sale_limit_amount >= 0);

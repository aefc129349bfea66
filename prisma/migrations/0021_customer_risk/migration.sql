-- The risk of a customer is refreshed by schedule; nothing has written it before.
ALTER TABLE customer_risk
  ADD COLUMN band text NOT NULL,
  ADD COLUMN business_day date NOT NULL,
  ADD CONSTRAINT customer_risk_score CHECK (score BETWEEN 0 AND 100),
  ADD CONSTRAINT customer_risk_band CHECK (band IN ('low', 'medium', 'high'));

-- What one person alone gives up of an invoice has one limit, whatever it is called. Withheld tax that
-- a document proves is not given up, but the law says how much of it there can be.
ALTER TABLE legal_entity
  -- PPh art. 23: 2 % of services. Indonesia, UU 36/2008.
  ADD COLUMN withholding_rate_basis_points integer NOT NULL DEFAULT 200,
  ADD CONSTRAINT legal_entity_withholding_rate CHECK (withholding_rate_basis_points BETWEEN 0 AND 10000);

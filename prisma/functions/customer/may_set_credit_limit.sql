-- Whether one person alone may set a credit limit: up to the limit of the company in its own
-- currency, or when the customer gets no more and no longer than it has now.
--
-- Input:   wanted: as apply_credit_limit
-- Locks:   none: the caller holds the credit of the customer
CREATE OR REPLACE FUNCTION may_set_credit_limit(wanted jsonb) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT
    EXISTS (
      SELECT 1
      FROM legal_entity
      WHERE currency = wanted->>'currency'
        AND (wanted->>'limit')::bigint <= customer_credit_limit_amount)
    OR EXISTS (
      SELECT 1
      FROM customer_credit now
      WHERE now.customer_id = (wanted->>'customerId')::uuid
        AND now.currency = wanted->>'currency'
        AND (wanted->>'limit')::bigint <= now.limit_amount
        AND coalesce((wanted->>'validUntil')::date, 'infinity')
          <= coalesce(now.valid_until, 'infinity'))
    OR (wanted->>'limit')::bigint = 0
$$;

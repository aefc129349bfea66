-- Gives a customer a credit limit. Whether its credit line is blocked stays as it is.
--
-- Input:   wanted: {customerId, currency, limit, validUntil, reviewOn, reason}; the limit in the
--          smallest booked unit, days in ISO 8601 or null
-- Locks:   the credit of the customer
CREATE OR REPLACE FUNCTION apply_credit_limit(wanted jsonb) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO customer_credit (
    customer_id, currency, limit_amount, valid_until, review_on, limit_reason)
  VALUES (
    (wanted->>'customerId')::uuid, wanted->>'currency', (wanted->>'limit')::bigint,
    (wanted->>'validUntil')::date, (wanted->>'reviewOn')::date, wanted->>'reason')
  ON CONFLICT (customer_id) DO UPDATE
  SET currency = excluded.currency,
    limit_amount = excluded.limit_amount,
    valid_until = excluded.valid_until,
    review_on = excluded.review_on,
    limit_reason = excluded.limit_reason
$$;

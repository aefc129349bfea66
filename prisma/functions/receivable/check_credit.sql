-- Decides whether the part of a sale on account is within the customer's credit, at capture and
-- again when kept goods are handed over. A sale that has happened already (mode 'completed') is
-- booked with the reason as its exception. A paid sale needs no credit.
--
-- Input:   asked: {mode, customerId, currency, totals: {onAccount}, saleId}, the words of
--          capture_sale; field: what a refusal names, if the request has other fields than a sale
-- Answer:  a list with the exception, or an empty one
-- Locks:   the customer's credit, so that two tills do not spend the same rest of a limit
-- Refuses: CREDIT_NOT_GRANTED, CUSTOMER_BLOCKED, CREDIT_EXPIRED, CUSTOMER_PLACED, CREDIT_OVERDUE,
--          CREDIT_EXCEEDED, all of them online only; the weightiest reason of credit_reasons
CREATE OR REPLACE FUNCTION check_credit(ctx jsonb, asked jsonb, field text DEFAULT NULL)
RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
  customer_key uuid := (asked->>'customerId')::uuid;
  wanted bigint := (asked#>>'{totals,onAccount}')::bigint;
  reason record;
BEGIN
  IF wanted = 0 THEN
    RETURN '[]';
  END IF;
  PERFORM 1
  FROM customer_credit line
  JOIN customer c ON line.customer_id = coalesce(c.merged_into_id, c.id)
  WHERE c.id = customer_key
  FOR UPDATE OF line;
  SELECT * INTO reason
  FROM credit_reasons(
    customer_key, wanted, asked->>'currency', context_at(ctx), (asked->>'saleId')::uuid) found
  ORDER BY found.weight
  LIMIT 1;
  IF NOT FOUND THEN
    RETURN '[]';
  END IF;
  IF asked->>'mode' = 'online' THEN
    PERFORM refuse_with_facts(
      reason.code, reason.detail, coalesce(field, reason.param), reason.facts);
  END IF;
  RETURN jsonb_build_array(jsonb_build_object(
    'kind', lower(replace(reason.code, '_', '-')),
    'detail', reason.detail,
    'facts', reason.facts));
END $$;

-- The credit decision: every reason why a customer gets no more on account at the business time
-- `at`, the weightiest first; no row when there is none. It is the one definition for the till, for
-- goods handed over later, and for reading a customer's credit line. It is SQL because it must hold
-- under the lock of the credit line (see check_credit). Its oracle is
-- test/oracle/receivable/decide-credit.ts.
--
-- Input:   wanted: the additional amount, 0 to ask for the present state; unit: its currency;
--          except_sale: as in credit_exposure
-- Answer:  code: as in contract/errors; detail: one sentence for the cashier, in English; param:
--          the field of a sale that it concerns; facts: what the sentence says, for other languages
--          (contract/receivable/credit-facts.ts)
CREATE OR REPLACE FUNCTION credit_reasons(
  customer_key uuid, wanted bigint, unit text, at timestamptz, except_sale uuid)
RETURNS TABLE (weight int, code text, param text, detail text, facts jsonb)
LANGUAGE sql STABLE AS $$
  WITH credit AS (
    SELECT line.*, (at AT TIME ZONE c.time_zone)::date AS today
    FROM customer c
    LEFT JOIN customer_credit line ON line.customer_id = coalesce(c.merged_into_id, c.id)
    WHERE c.id = customer_key
  )
  SELECT 1, 'CREDIT_NOT_GRANTED', 'customer', CASE
    WHEN credit.currency IS NULL THEN 'The customer has no credit line.'
    ELSE format('Credit was granted in %s, not in %s.', credit.currency, unit) END,
    jsonb_build_object('granted', credit.currency, 'asked', unit)
  FROM credit
  WHERE credit.currency IS DISTINCT FROM unit
  UNION ALL
  SELECT 2, 'CUSTOMER_BLOCKED', 'customer', 'The credit line of the customer is blocked.', '{}'
  FROM credit
  WHERE credit.status <> 'open'
  UNION ALL
  SELECT 3, 'CREDIT_EXPIRED', 'customer',
    format('The credit limit of the customer ended on %s.', day_text(credit.valid_until)),
    jsonb_build_object('endedOn', credit.valid_until)
  FROM credit
  WHERE credit.valid_until < credit.today
  UNION ALL
  SELECT 4, 'CUSTOMER_PLACED', 'customer',
    'A collection agency has an invoice of the customer.', '{}'
  WHERE EXISTS (
    SELECT 1
    FROM placement p
    WHERE p.customer_id IN (SELECT customer_family(customer_key))
      AND p.closed_at IS NULL AND p.state <> 'recalled')
  UNION ALL
  (SELECT 5, 'CREDIT_OVERDUE', 'customer', format(
    'Invoice %s is overdue since %s; after %s days nothing more is sold on account.',
    overdue.invoice_number, day_text(overdue.overdue_since), overdue.credit_stop_days),
    jsonb_build_object('invoice', overdue.invoice_number, 'since', overdue.overdue_since,
      'days', overdue.credit_stop_days)
   FROM overdue_invoices(customer_key, at) overdue
   WHERE overdue.days_past_due > overdue.credit_stop_days
   ORDER BY overdue.overdue_since, overdue.invoice_number
   LIMIT 1)
  UNION ALL
  SELECT 6, 'CREDIT_EXCEEDED', 'tenders',
    format(
      '%s of the limit of %s is used%s.',
      money_text(exposure.open_amount + exposure.uninvoiced_amount, unit),
      money_text(credit.limit_amount, unit),
      CASE WHEN wanted > 0 THEN format('; the sale needs %s more', money_text(wanted, unit))
        ELSE '' END),
    jsonb_build_object(
      'used', (exposure.open_amount + exposure.uninvoiced_amount)::text,
      'limit', credit.limit_amount::text, 'wanted', wanted::text, 'currency', unit)
  FROM credit, credit_exposure(customer_key, except_sale) exposure
  WHERE credit.currency = unit
    AND exposure.open_amount + exposure.uninvoiced_amount + wanted > credit.limit_amount
  ORDER BY 1
$$;

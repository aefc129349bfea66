-- After how many days a hold on an invoice or its customer comes back as work for a person: by the
-- customer's dunning policy on a day.
--
-- Answer:  14 when there is no policy
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION hold_review_days(invoice_row invoice, on_day date) RETURNS int
LANGUAGE sql STABLE AS $$
  SELECT coalesce(policy.hold_review_days, 14)
  FROM customer c
  CROSS JOIN LATERAL choose_dunning_policy(c.segment, invoice_row.currency, on_day) policy
  WHERE c.id = invoice_row.customer_id
$$;

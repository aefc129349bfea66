-- Answers the fee of a dunning level for each invoice in the notice, in the smallest booked unit. A
-- notice keeps the policy of its own day.
--
-- Answer:  0 when there is no policy or no such level
CREATE OR REPLACE FUNCTION notice_fee(
  customer_segment text,
  notice_currency char(3),
  notice_level int,
  notice_day date
) RETURNS bigint
LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    (policy_level(
      customer_segment, notice_currency, notice_level, notice_day)->>'feeAmount')::bigint,
    0)
$$;

-- Answers a version of a dunning policy as domain/dunning reads it.
--
-- Answer:  amounts are text in the smallest booked unit
CREATE OR REPLACE FUNCTION read_dunning_policy(policy dunning_policy) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'transitDays', policy.grace_days,
    'smallRest', policy.tolerance_amount::text,
    'customerMinimum', policy.minimum_amount::text,
    'customerMinDays', policy.customer_days_between,
    'bankDataMaxAgeDays', policy.stale_bank_days,
    'minDaysSinceLast', policy.minimum_days_between,
    'placementDaysPastDue', policy.placement_days_past_due,
    'placementMinimum', policy.placement_minimum_amount::text,
    'promiseMinimumBasisPoints', policy.promise_minimum_basis_points,
    'promiseDaysMax', policy.promise_days_max,
    'promisesInARow', policy.promises_in_a_row,
    'customerPromisesInARow', policy.customer_promises_in_a_row,
    'disputeMinimumBasisPoints', policy.dispute_minimum_basis_points,
    'holdReviewDays', policy.hold_review_days,
    'levels', coalesce(
      (SELECT jsonb_agg(
          jsonb_build_object(
            'level', step.level,
            'daysPastDue', step.days_past_due,
            'feeAmount', step.fee_amount::text,
            'template', step.template)
          ORDER BY step.level)
        FROM dunning_policy_level step
        WHERE step.policy_id = policy.id),
      '[]'))
$$;

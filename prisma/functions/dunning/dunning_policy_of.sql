-- The policy of a customer in a currency: that of the segment, else the one for everybody; null when there is none.
CREATE OR REPLACE FUNCTION dunning_policy_of(customer_segment text, unit char(3)) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('transitDays', p.grace_days, 'smallRest', p.tolerance_amount::text,
    'customerMinimum', p.minimum_amount::text, 'customerMinDays', p.customer_days_between,
    'bankDataMaxAgeDays', p.stale_bank_days, 'minDaysSinceLast', p.minimum_days_between,
    'placementDaysPastDue', p.placement_days_past_due, 'placementMinimum', p.placement_minimum_amount::text,
    'levels', coalesce((SELECT jsonb_agg(jsonb_build_object('level', l.level, 'daysPastDue', l.days_past_due,
        'feeAmount', l.fee_amount::text, 'template', l.template) ORDER BY l.level)
      FROM dunning_policy_level l WHERE l.policy_id = p.id), '[]'))
  FROM dunning_policy p WHERE p.currency = unit AND (p.segment = customer_segment OR p.segment IS NULL)
  ORDER BY p.segment NULLS LAST LIMIT 1
$$;

-- Adds a version of a dunning policy with its levels, or takes back one that has not begun.
--
-- Input:   wanted: as PolicyVersion in activities/company/dunning-policies.ts, or {code, withdraw:
--          id}; amounts in the smallest booked unit, shares in basis points
-- Locks:   the version
CREATE OR REPLACE FUNCTION apply_dunning_policy(wanted jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  added uuid := uuid_v7();
BEGIN
  IF wanted ? 'withdraw' THEN
    DELETE FROM dunning_policy_level WHERE policy_id = (wanted->>'withdraw')::uuid;
    DELETE FROM dunning_policy WHERE id = (wanted->>'withdraw')::uuid;
    RETURN;
  END IF;
  INSERT INTO dunning_policy (
    id, code, version, in_force_from, segment, currency, minimum_amount, tolerance_amount,
    grace_days, stale_bank_days, minimum_days_between, customer_days_between,
    placement_days_past_due, placement_minimum_amount, credit_stop_days,
    promise_minimum_basis_points, promise_days_max, promises_in_a_row,
    customer_promises_in_a_row, dispute_minimum_basis_points, hold_review_days)
  SELECT
    added, w.code, (
      SELECT coalesce(max(p.version), 0) + 1
      FROM dunning_policy p
      WHERE p.code = w.code),
    w."inForceFrom", w.segment, w.currency, w."minimumAmount", w."toleranceAmount", w."graceDays",
    w."staleBankDays", w."minimumDaysBetween", w."customerDaysBetween", w."placementDaysPastDue",
    w."placementMinimumAmount", w."creditStopDays", w."promiseMinimumBasisPoints",
    w."promiseDaysMax", w."promisesInARow", w."customerPromisesInARow",
    w."disputeMinimumBasisPoints", w."holdReviewDays"
  FROM jsonb_to_record(wanted) AS w(
    code text, "inForceFrom" date, segment text, currency text, "minimumAmount" bigint,
    "toleranceAmount" bigint, "graceDays" int, "staleBankDays" int, "minimumDaysBetween" int,
    "customerDaysBetween" int, "placementDaysPastDue" int, "placementMinimumAmount" bigint,
    "creditStopDays" int, "promiseMinimumBasisPoints" int, "promiseDaysMax" int,
    "promisesInARow" int, "customerPromisesInARow" int, "disputeMinimumBasisPoints" int,
    "holdReviewDays" int);
  INSERT INTO dunning_policy_level (
    policy_id, level, days_past_due, fee_amount, currency, template, channel)
  SELECT
    added, position, (level->>'daysPastDue')::int, (level->>'feeAmount')::bigint,
    wanted->>'currency', level->>'template', level->>'channel'
  FROM jsonb_array_elements(wanted->'levels') WITH ORDINALITY AS numbered(level, position);
END $$;

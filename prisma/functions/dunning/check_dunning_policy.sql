-- Refuses a version of a policy that cannot begin, or one to be taken back that has begun. Twin of
-- domain/dunning/plan-policy.ts, which also says whether a policy makes sense: that one judges what
-- a person asks for, this one the day on which another agrees (test/api/company/dunning-policies).
--
-- Input:   wanted: {code, segment, currency, inForceFrom}, or {code, withdraw: id of the version}
-- Locks:   none: the caller holds the changes of masters
-- Refuses: POLICY_NOT_FOUND, POLICY_IN_FORCE, POLICY_IN_PAST, POLICY_OF_ANOTHER, POLICY_EXISTS
CREATE OR REPLACE FUNCTION check_dunning_policy(ctx jsonb, wanted jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  begins date := (wanted->>'inForceFrom')::date;
BEGIN
  IF wanted ? 'withdraw' THEN
    SELECT in_force_from INTO begins FROM dunning_policy WHERE id = (wanted->>'withdraw')::uuid;
    IF begins IS NULL THEN
      PERFORM refuse('POLICY_NOT_FOUND', 'There is no such version.', 'policyId');
    ELSIF begins <= company_day(ctx) THEN
      PERFORM refuse('POLICY_IN_FORCE',
        'The version has begun: plan another that begins later.', 'policyId');
    END IF;
  ELSIF begins <= company_day(ctx) THEN
    PERFORM refuse('POLICY_IN_PAST', 'A version begins tomorrow at the earliest.', 'inForceFrom');
  ELSIF EXISTS (
    SELECT 1
    FROM dunning_policy p
    WHERE (p.code = wanted->>'code') <> (
      p.segment IS NOT DISTINCT FROM wanted->>'segment' AND p.currency = wanted->>'currency')) THEN
    PERFORM refuse('POLICY_OF_ANOTHER',
      'The code and the segment belong to different policies.', 'code');
  ELSIF EXISTS (
    SELECT 1
    FROM dunning_policy p
    WHERE p.code = wanted->>'code' AND p.in_force_from = begins) THEN
    PERFORM refuse('POLICY_EXISTS',
      'The policy has a version from this day: take it back first.', 'inForceFrom');
  END IF;
END $$;

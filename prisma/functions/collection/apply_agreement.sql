-- Notes what two people agreed with an agency about what is placed from a day on. An agreement
-- never changes.
--
-- Input:   wanted: {agencyId, validFrom, commission}; amounts of the schedule in the smallest
--          booked unit of the agency's currency
-- Locks:   the agency
CREATE OR REPLACE FUNCTION apply_agreement(ctx jsonb, wanted jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  agency_key uuid := (wanted->>'agencyId')::uuid;
BEGIN
  PERFORM 1 FROM agency WHERE id = agency_key FOR NO KEY UPDATE;
  INSERT INTO agreement (agency_id, version, valid_from, commission_schedule, agreed_by, agreed_at)
  SELECT
    agency_key, coalesce(max(version), 0) + 1, (wanted->>'validFrom')::date,
    wanted->'commission', ctx#>>'{actor,id}', context_at(ctx)
  FROM agreement
  WHERE agency_id = agency_key;
END $$;

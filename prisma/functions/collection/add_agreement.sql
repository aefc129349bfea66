-- Notes what was agreed with an agency about what is placed from a day on. An agreement never
-- changes, and none reaches back to what was placed already.
--
-- Input:   addAgreement in prisma/commands/collection.ts; amounts of the schedule in the smallest
--          booked unit of the agency's currency
-- Answer:  the version
-- Locks:   the books (shared), the agency
-- Refuses: AGENCY_NOT_FOUND, AGREEMENT_IN_PAST
-- Key:     agency and version
CREATE OR REPLACE FUNCTION add_agreement(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  agency_key uuid := (input->>'agencyId')::uuid;
  next integer;
BEGIN
  PERFORM enter_context(ctx);
  PERFORM 1 FROM agency WHERE id = agency_key FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('AGENCY_NOT_FOUND', 'There is no such agency.', 'agency');
  ELSIF EXISTS (
    SELECT 1
    FROM placement
    WHERE agency_id = agency_key AND placed_on > (input->>'validFrom')::date) THEN
    PERFORM refuse(
      'AGREEMENT_IN_PAST', 'Invoices were placed under the agreement before.', 'validFrom');
  END IF;
  SELECT coalesce(max(version), 0) + 1 INTO next FROM agreement WHERE agency_id = agency_key;
  INSERT INTO agreement (agency_id, version, valid_from, commission_schedule, agreed_by, agreed_at)
  VALUES (
    agency_key, next, (input->>'validFrom')::date, input->'commission', ctx#>>'{actor,id}',
    context_at(ctx));
  RETURN jsonb_build_object('version', next);
END $$;

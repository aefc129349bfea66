-- Books an agency's remittance: the reported payments that it pays over, and what it keeps. What it
-- keeps leaves agency clearing now, the net when it arrives on the bank account
-- (settle_remittance). For the request of the agency itself.
--
-- Input:   recordRemittance in prisma/commands/collection.ts; domain/collection has checked it
--          against the commission that was agreed
-- Answer:  kind `recorded`; `replayed`: the same remittance was recorded before
-- Locks:   the books (shared), one remittance of an agency at a time (advisory)
-- Refuses: REMITTANCE_CONFLICT (the number is known with other content), PAYMENT_UNKNOWN,
--          PAYMENT_ALREADY_REMITTED, PAYMENT_AMOUNT_DIFFERS, REMITTANCE_DOES_NOT_FOOT,
--          REMITTANCE_MIXED
-- Key:     the agency and its number of the remittance: the same content again is `replayed`
CREATE OR REPLACE FUNCTION record_remittance(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  agency_key uuid := require_agency();
  remittance_key uuid;
BEGIN
  PERFORM enter_context(ctx);
  PERFORM pg_advisory_xact_lock(hashtextextended('remittance:' || agency_key, 0));
  SELECT id INTO remittance_key
  FROM remittance
  WHERE agency_id = agency_key AND number = input->>'number';
  IF FOUND THEN
    IF remittance_content(remittance_key) <> remittance_content(input) THEN
      PERFORM refuse(
        'REMITTANCE_CONFLICT', 'This remittance is known with other content.', 'number');
    END IF;
    RETURN jsonb_build_object('kind', 'replayed', 'remittanceId', remittance_key);
  END IF;

  PERFORM check_remittance_lines(agency_key, input);
  PERFORM check_remittance_total(input);
  remittance_key := insert_remittance(ctx, agency_key, input);
  PERFORM post_remittance(ctx, remittance_key, input);
  PERFORM note_remittance(ctx, remittance_key);
  RETURN jsonb_build_object('kind', 'recorded', 'remittanceId', remittance_key);
END $$;

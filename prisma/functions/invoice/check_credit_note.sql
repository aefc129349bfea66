-- Refuses what cannot be credited: CREDIT_EXCEEDS_OPEN, DISPUTE_NOT_FOUND, DISPUTE_RESOLVED.
CREATE OR REPLACE FUNCTION check_credit_note(input jsonb, wanted bigint, due bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE argued dispute%ROWTYPE;
BEGIN
  IF wanted <= 0 OR wanted > due THEN
    PERFORM refuse('CREDIT_EXCEEDS_OPEN', format('%s is open, %s was to be credited.', due, wanted), 'amount');
  END IF;
  IF input->>'disputeId' IS NULL THEN RETURN; END IF;
  SELECT * INTO argued FROM dispute WHERE id = (input->>'disputeId')::uuid AND invoice_id = (input->>'invoiceId')::uuid;
  IF NOT FOUND THEN PERFORM refuse('DISPUTE_NOT_FOUND', 'The invoice has no such dispute.', 'dispute'); END IF;
  IF argued.state <> 'open' THEN PERFORM refuse('DISPUTE_RESOLVED', 'The dispute was settled before.', 'disputeId'); END IF;
END $$;

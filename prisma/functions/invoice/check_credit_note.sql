-- Refuses a credit note, or a request for one, that its invoice does not allow.
--
-- Input:   input: {invoiceId, disputeId?}; wanted: what is to be credited; creditable: what is left
--          to credit (creditable_amount)
-- Refuses: CREDIT_EXCEEDS_OPEN; DISPUTE_NOT_FOUND when the invoice does not have the dispute;
--          DISPUTE_RESOLVED
CREATE OR REPLACE FUNCTION check_credit_note(input jsonb, wanted bigint, creditable bigint)
RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  dispute_row dispute%ROWTYPE;
  unit text := (SELECT currency FROM invoice WHERE id = (input->>'invoiceId')::uuid);
BEGIN
  IF wanted <= 0 OR wanted > creditable THEN
    PERFORM refuse(
      'CREDIT_EXCEEDS_OPEN',
      format('%s is open, %s was to be credited.',
        money_text(creditable, unit), money_text(wanted, unit)),
      'amount');
  END IF;
  IF input->>'disputeId' IS NULL THEN
    RETURN;
  END IF;
  SELECT * INTO dispute_row
  FROM dispute
  WHERE id = (input->>'disputeId')::uuid AND invoice_id = (input->>'invoiceId')::uuid;
  IF NOT FOUND THEN
    PERFORM refuse('DISPUTE_NOT_FOUND', 'The invoice has no such dispute.', 'dispute');
  END IF;
  IF dispute_row.state <> 'open' THEN
    PERFORM refuse('DISPUTE_RESOLVED', 'The dispute was settled before.', 'disputeId');
  END IF;
END $$;

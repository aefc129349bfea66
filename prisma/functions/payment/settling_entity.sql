-- The legal entity of the payment, credit note, write-off or deduction that settles open items.
--
-- Input:   as settle_open_items
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION settling_entity(input jsonb) RETURNS uuid
LANGUAGE sql STABLE AS $$
  SELECT CASE input->>'kind'
    WHEN 'payment' THEN (
      SELECT legal_entity_id
      FROM payment
      WHERE id = (input->>'paymentId')::uuid)
    WHEN 'deduction' THEN (
      SELECT p.legal_entity_id
      FROM deduction d
      JOIN payment p ON p.id = d.payment_id
      WHERE d.id = (input->>'deductionId')::uuid)
    WHEN 'credit-note' THEN (
      SELECT i.legal_entity_id
      FROM credit_note c
      JOIN invoice i ON i.id = c.invoice_id
      WHERE c.id = (input->>'creditNoteId')::uuid)
    WHEN 'write-off' THEN (
      SELECT i.legal_entity_id
      FROM write_off w
      JOIN invoice i ON i.id = w.invoice_id
      WHERE w.id = (input->>'writeOffId')::uuid)
  END
$$;

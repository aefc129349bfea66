-- Looks whether a payment is the net of a remittance to the same legal entity: the same amount, and its number in the
-- text (letters and digits only, so that a bank that drops a slash does no harm). Input as settle_remittance without
-- remittanceId. Answers {kind: 'settled', remittanceId} or {kind: 'none'}; two that fit are left to a person.
CREATE OR REPLACE FUNCTION match_remittance(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE found_ones uuid[];
BEGIN
  SELECT array_agg(r.id) INTO found_ones FROM payment p JOIN remittance r ON r.state = 'reported' AND r.currency = p.currency
    AND r.net_amount = p.unapplied_amount AND remittance_entity(r.id) = p.legal_entity_id
    AND position(regexp_replace(upper(r.number), '[^A-Z0-9]', '', 'g') IN regexp_replace(upper(p.remittance_text), '[^A-Z0-9]', '', 'g')) > 0
  WHERE p.id = (input->>'paymentId')::uuid AND p.state <> 'reversed';
  IF coalesce(array_length(found_ones, 1), 0) <> 1 THEN RETURN '{"kind":"none"}'; END IF;
  PERFORM settle_remittance(ctx, input || jsonb_build_object('remittanceId', found_ones[1]));
  RETURN jsonb_build_object('kind', 'settled', 'remittanceId', found_ones[1]);
END $$;

-- Writes a remittance and its lines. When the agency keeps everything, no money will come, and the
-- remittance is settled at once.
--
-- Input:   `input` as in record_remittance
-- Answer:  the id of the remittance
CREATE OR REPLACE FUNCTION insert_remittance(ctx jsonb, agency_key uuid, input jsonb) RETURNS uuid
LANGUAGE plpgsql AS $$
DECLARE
  remittance_key uuid := uuid_v7();
BEGIN
  INSERT INTO remittance (
    id, agency_id, number, currency, gross_amount, commission_amount,
    tax_on_commission_amount, net_amount, remitted_on, received_at, state)
  VALUES (
    remittance_key, agency_key, input->>'number', input->>'currency', (input->>'gross')::bigint,
    (input->>'commission')::bigint, (input->>'taxOnCommission')::bigint, (input->>'net')::bigint,
    (input->>'remittedOn')::date, context_at(ctx),
    CASE WHEN (input->>'net')::bigint = 0 THEN 'settled' ELSE 'reported' END);
  INSERT INTO remittance_line (
    remittance_id, placement_id, event_id, gross_amount, commission_amount, currency)
  SELECT
    remittance_key,
    event.placement_id,
    event.id,
    (line->>'gross')::bigint,
    (line->>'commission')::bigint,
    input->>'currency'
  FROM jsonb_array_elements(input->'lines') line
  JOIN placement_event event ON event.id = (line->>'eventId')::uuid;
  RETURN remittance_key;
END $$;

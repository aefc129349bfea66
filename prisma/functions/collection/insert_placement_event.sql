-- Writes an agency's report, and on its case the highest sequence and latest time of all reports.
--
-- Input:   `payment_key` is the payment that the report was booked as, or null; `input` as in
--          report_placement_event
-- Answer:  the id of the placement event
-- Locks:   none of its own; the caller holds the placement
CREATE OR REPLACE FUNCTION insert_placement_event(
  ctx jsonb,
  placement_row placement,
  payment_key uuid,
  input jsonb
) RETURNS uuid
LANGUAGE plpgsql AS $$
DECLARE
  event_key uuid := uuid_v7();
  reported_sequence int := (input->>'sequence')::int;
BEGIN
  INSERT INTO placement_event (
    id, placement_id, agency_id, sequence, type,
    occurred_at, received_at, amount,
    currency, content_hash, content,
    out_of_order, commission_amount,
    payment_id)
  VALUES (
    event_key, placement_row.id, placement_row.agency_id, reported_sequence, input->>'type',
    (input->>'occurredAt')::timestamptz, context_at(ctx), (input->>'amount')::bigint,
    input->>'currency', decode(input->>'contentHash', 'hex'), (input->'content')::json,
    reported_sequence < placement_row.last_sequence, (input->>'commissionAmount')::bigint,
    payment_key);
  UPDATE placement
  SET last_sequence = greatest(last_sequence, reported_sequence),
    last_event_at = greatest(last_event_at, context_at(ctx))
  WHERE id = placement_row.id;
  RETURN event_key;
END $$;

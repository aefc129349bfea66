-- Answers all that domain/collection decides the next step of a case from.
--
-- Input:   placementFacts in prisma/commands/collection.ts
-- Answer:  null when there is no such case; `isUncollectible` is false while a write-off waits for
--          its decision; `isDisputed`: all that is left is disputed; `pending` are the messages
--          that the agency has not accepted, in their order; `placedOn` is the day on which we
--          began to follow the case; one of another system had been placed before
-- Locks:   none
-- Refuses: none
-- Key:     changes nothing
CREATE OR REPLACE FUNCTION placement_facts(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object(
    'placementId', placement.id,
    'receivable', facts_of_receivables(ARRAY[placement.invoice_id], context_at(ctx))->0,
    'state', placement.state,
    'isClosed', placement.closed_at IS NOT NULL,
    'outstanding', placement.outstanding_amount::text,
    'placedOn', (placement.placed_at AT TIME ZONE entity.time_zone)::date,
    'zone', entity.time_zone,
    'hasReports', placement.last_sequence > 0,
    'isUncollectible', EXISTS (
        SELECT 1
        FROM placement_event event
        WHERE event.placement_id = placement.id AND event.type = 'uncollectible')
      AND NOT EXISTS (
        SELECT 1
        FROM write_off
        WHERE write_off.invoice_id = placement.invoice_id AND write_off.state = 'requested'),
    'isDisputed', placement.outstanding_amount + placement.recalled_amount
      BETWEEN 1 AND disputed_of_case(placement),
    'pending', (
      SELECT coalesce(jsonb_agg(message.id ORDER BY message.position), '[]')
      FROM webhook_delivery message
      WHERE message.placement_id = placement.id AND message.delivered_at IS NULL))
  FROM placement
  JOIN invoice ON invoice.id = placement.invoice_id
  JOIN legal_entity entity ON entity.id = invoice.legal_entity_id
  WHERE placement.id = (input->>'placementId')::uuid
$$;

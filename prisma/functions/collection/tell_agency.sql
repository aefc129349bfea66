-- Puts a message about a case into the outbox of its agency.
--
-- Input:   `message_type` as webhooks name it; `facts` are added to what every message says: the
--          case, the time and what is outstanding
CREATE OR REPLACE FUNCTION tell_agency(
  ctx jsonb,
  placement_row placement,
  message_type text,
  facts json
) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO webhook_delivery (agency_id, placement_id, type, payload, created_at)
  VALUES (
    placement_row.agency_id,
    placement_row.id,
    message_type,
    (jsonb_build_object(
        'placementId', placement_row.id,
        'placementNumber', placement_row.number,
        'occurredAt', ctx->>'at',
        'outstanding', wire_money(placement_row.outstanding_amount, placement_row.currency))
      || facts::jsonb)::json,
    context_at(ctx))
$$;

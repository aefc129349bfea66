-- Puts a message for the agency into the outbox; `facts` is joined to what every message says.
CREATE OR REPLACE FUNCTION tell_agency(ctx jsonb, placed placement, message text, facts json) RETURNS void LANGUAGE sql AS $$
  INSERT INTO webhook_delivery (agency_id, placement_id, type, payload, created_at)
  VALUES (placed.agency_id, placed.id, message, (jsonb_build_object('placementId', placed.id, 'placementNumber', placed.number,
    'occurredAt', ctx->>'at', 'outstanding', wire_money(placed.outstanding_amount, placed.currency)) || facts::jsonb)::json,
    context_at(ctx))
$$;

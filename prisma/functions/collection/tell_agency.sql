-- Puts a message about a case into the outbox of its agency; the workflow of the case delivers it
-- (activities/collection/deliver-messages.ts). The messages, and who sends them:
--   placement.created         insert_placement: the case is placed
--   placement.direct_payment  settle_placement: the debtor has paid to us
--   placement.adjusted        settle_placement, set_disputed_part_aside: another change that the
--                             agency did not report, and money of its own that went back
--   placement.recalled        recall_placement: we take the case back
--
-- Input:   `message_type` is one of AGENCY_MESSAGES (contract/collection/agency-webhook.ts);
--          `facts` are added to what every message says: the case, the time and what is outstanding
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

-- Records one attempt to deliver a message to an agency. The first delivered message submits the
-- case; each delivery ends the work item about an unreachable agency.
--
-- Input:   recordWebhookAttempt in prisma/commands/collection.ts; `status` is the HTTP status
--          when there was an answer, `error` what failed
-- Locks:   the books (shared), the message, the placement
-- Refuses: none
-- Key:     deliveryId: a message that was delivered stays as it is
CREATE OR REPLACE FUNCTION record_webhook_attempt(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  message webhook_delivery%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  UPDATE webhook_delivery
  SET attempts = attempts + 1,
    last_status = (input->>'status')::int,
    last_error = input->>'error',
    delivered_at = CASE WHEN (input->>'delivered')::boolean THEN context_at(ctx) END
  WHERE id = (input->>'deliveryId')::uuid AND delivered_at IS NULL
  RETURNING * INTO message;
  IF message.delivered_at IS NULL THEN
    RETURN '{}';
  END IF;

  UPDATE placement
  SET state = 'submitted'
  WHERE id = message.placement_id AND state = 'created';
  PERFORM end_work_item(ctx, 'agency-unreachable', message.placement_id::text);
  RETURN '{}';
END $$;

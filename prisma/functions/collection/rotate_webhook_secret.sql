-- Replaces the webhook secret in use by a new one. The old one signs as well until it expires;
-- expired secrets are deleted. For the request of the agency itself.
--
-- Input:   rotateWebhookSecret in prisma/commands/collection.ts; `cipher` is the encrypted secret
--          in base64, `retiredUntil` when the old secret expires, `retiredMax` how many old ones
--          may sign at once
-- Answer:  `retired`: whether there was a secret before
-- Locks:   the books (shared), the agency; a placement that is made meanwhile does not wait for
--          it
-- Refuses: WEBHOOK_SECRETS_TOO_MANY
-- Key:     none: every call puts a new secret into force; callers keep the answer under their
--          idempotency key
CREATE OR REPLACE FUNCTION rotate_webhook_secret(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  agency_key uuid := require_agency();
  agency_row agency%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO agency_row FROM agency WHERE id = agency_key FOR NO KEY UPDATE;
  DELETE FROM retired_webhook_secret
  WHERE agency_id = agency_key AND expires_at <= context_at(ctx);
  IF (SELECT count(*) FROM retired_webhook_secret WHERE agency_id = agency_key)
    >= (input->>'retiredMax')::int
  THEN
    PERFORM refuse(
      'WEBHOOK_SECRETS_TOO_MANY', 'Wait until a secret that was replaced has expired.');
  END IF;

  IF agency_row.webhook_secret_cipher IS NOT NULL THEN
    INSERT INTO retired_webhook_secret (id, agency_id, webhook_secret_cipher, since, expires_at)
    VALUES (
      agency_row.webhook_secret_id, agency_key, agency_row.webhook_secret_cipher,
      agency_row.webhook_secret_since, (input->>'retiredUntil')::timestamptz);
  END IF;
  UPDATE agency
  SET webhook_secret_id = (input->>'secretId')::uuid,
    webhook_secret_since = context_at(ctx),
    webhook_secret_cipher = decode(input->>'cipher', 'base64')
  WHERE id = agency_key;
  RETURN jsonb_build_object('retired', agency_row.webhook_secret_cipher IS NOT NULL);
END $$;

-- Puts a new secret in the place of the one in use, which signs beside it until `retiredUntil`. What has expired is
-- forgotten. Input {secretId, cipher (base64), retiredUntil, retiredMax}. For the agency itself. Answers {retired}:
-- whether there was one. Refuses: WEBHOOK_SECRETS_TOO_MANY.
CREATE OR REPLACE FUNCTION rotate_webhook_secret(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  own uuid := require_agency();
  told agency%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  -- One rotation after the other; a placement that is made meanwhile does not wait for it.
  SELECT * INTO told FROM agency WHERE id = own FOR NO KEY UPDATE;
  DELETE FROM retired_webhook_secret WHERE agency_id = own AND expires_at <= context_at(ctx);
  IF (SELECT count(*) FROM retired_webhook_secret WHERE agency_id = own) >= (input->>'retiredMax')::int THEN
    PERFORM refuse('WEBHOOK_SECRETS_TOO_MANY', 'Wait until a secret that was replaced has expired.');
  END IF;
  IF told.webhook_secret_cipher IS NOT NULL THEN
    INSERT INTO retired_webhook_secret (id, agency_id, webhook_secret_cipher, since, expires_at)
    VALUES (told.webhook_secret_id, own, told.webhook_secret_cipher, told.webhook_secret_since, (input->>'retiredUntil')::timestamptz);
  END IF;
  UPDATE agency SET webhook_secret_id = (input->>'secretId')::uuid, webhook_secret_since = context_at(ctx),
    webhook_secret_cipher = decode(input->>'cipher', 'base64') WHERE id = own;
  RETURN jsonb_build_object('retired', told.webhook_secret_cipher IS NOT NULL);
END $$;

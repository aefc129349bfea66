-- A collection agency sets itself where its webhooks go, and changes the secret that they are signed with.

-- The secret in use stays where it is; its id names it without telling it. Since when is not known of those that were
-- agreed before.
ALTER TABLE agency
  ADD COLUMN webhook_secret_id uuid NOT NULL DEFAULT uuid_v7(),
  ADD COLUMN webhook_secret_since timestamptz(6);

-- A secret that was replaced: it signs beside the new one until it expires. The audit trail leaves a column of this
-- name out.
CREATE TABLE retired_webhook_secret (
  id uuid NOT NULL PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES agency (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  webhook_secret_cipher bytea NOT NULL,
  since timestamptz(6),
  expires_at timestamptz(6) NOT NULL
);
CREATE INDEX retired_webhook_secret_agency_id_idx ON retired_webhook_secret (agency_id);
CREATE TRIGGER retired_webhook_secret_audit AFTER INSERT OR UPDATE OR DELETE ON retired_webhook_secret
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- The last messages of an agency, for the agency to see.
CREATE INDEX webhook_delivery_agency_id_position_idx ON webhook_delivery (agency_id, position DESC);

-- Where the agency wants its webhooks; null: it fetches. Input {url}. For the agency itself; who calls has checked the
-- address.
CREATE FUNCTION set_webhook_url(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE own uuid := require_agency();
BEGIN
  PERFORM enter_context(ctx);
  UPDATE agency SET webhook_url = input->>'url' WHERE id = own;
  RETURN '{}';
END $$;

-- Puts a new secret in the place of the one in use, which signs beside it until `retiredUntil`. What has expired is
-- forgotten. Input {secretId, cipher (base64), retiredUntil, retiredMax}. For the agency itself. Answers {retired}:
-- whether there was one. Refuses: WEBHOOK_SECRETS_TOO_MANY.
CREATE FUNCTION rotate_webhook_secret(ctx jsonb, input jsonb) RETURNS jsonb
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

-- Written by the function above only.
GRANT SELECT ON retired_webhook_secret TO lunas_app, lunas_partner;
ALTER TABLE retired_webhook_secret ENABLE ROW LEVEL SECURITY;
ALTER TABLE retired_webhook_secret FORCE ROW LEVEL SECURITY;
CREATE POLICY retired_webhook_secret_fence ON retired_webhook_secret USING (current_user <> 'lunas_partner'
  OR agency_id = nullif(current_setting('lunas.agency_id', true), '')::uuid);

REVOKE EXECUTE ON FUNCTION set_webhook_url(jsonb, jsonb), rotate_webhook_secret(jsonb, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION set_webhook_url(jsonb, jsonb), rotate_webhook_secret(jsonb, jsonb) TO lunas_app, lunas_partner;

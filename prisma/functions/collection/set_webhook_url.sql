-- Where the agency wants its webhooks; null: it fetches. Input {url}. For the agency itself; who calls has checked the
-- address.
CREATE OR REPLACE FUNCTION set_webhook_url(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE own uuid := require_agency();
BEGIN
  PERFORM enter_context(ctx);
  UPDATE agency SET webhook_url = input->>'url' WHERE id = own;
  RETURN '{}';
END $$;

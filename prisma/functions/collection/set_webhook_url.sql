-- Sets the address to which an agency wants its messages. For the request of the agency itself.
--
-- Input:   setWebhookUrl in prisma/commands/collection.ts; `url` null: the agency fetches its
--          messages. The caller has checked the address.
-- Locks:   the books (shared), the agency
-- Refuses: none
-- Key:     the agency of the request; again nothing changes
CREATE OR REPLACE FUNCTION set_webhook_url(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  agency_key uuid := require_agency();
BEGIN
  PERFORM enter_context(ctx);
  UPDATE agency SET webhook_url = input->>'url' WHERE id = agency_key;
  RETURN '{}';
END $$;

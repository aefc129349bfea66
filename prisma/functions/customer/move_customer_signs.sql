-- Moves contacts, virtual accounts and known payers of a customer to the one that stands for it,
-- and the customers that it stood for. A payer that both are known by stays with the one that is
-- kept.
--
-- Answer:  what moved: {contacts, aliases, revokedAliases, virtualAccounts, followers}, lists of
--          ids; as undo_customer_merge reads it
-- Locks:   what moves
CREATE OR REPLACE FUNCTION move_customer_signs(
  kept_key uuid, merged_key uuid, at timestamptz
) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
  moved jsonb;
BEGIN
  WITH contacts AS (
    UPDATE customer_contact SET customer_id = kept_key WHERE customer_id = merged_key
    RETURNING id
  ), revoked AS (
    UPDATE customer_alias a
    SET revoked_at = at
    WHERE a.customer_id = merged_key AND a.revoked_at IS NULL AND EXISTS (
      SELECT 1 FROM customer_alias known
      WHERE known.customer_id = kept_key AND known.kind = a.kind AND known.value = a.value)
    RETURNING id
  ), aliases AS (
    UPDATE customer_alias a
    SET customer_id = kept_key
    WHERE a.customer_id = merged_key AND NOT EXISTS (
      SELECT 1 FROM customer_alias known
      WHERE known.customer_id = kept_key AND known.kind = a.kind AND known.value = a.value)
    RETURNING id
  ), accounts AS (
    UPDATE virtual_account SET customer_id = kept_key WHERE customer_id = merged_key
    RETURNING id
  ), followers AS (
    UPDATE customer SET merged_into_id = kept_key WHERE merged_into_id = merged_key
    RETURNING id
  )
  SELECT jsonb_build_object(
    'contacts', (SELECT coalesce(jsonb_agg(id), '[]') FROM contacts),
    'revokedAliases', (SELECT coalesce(jsonb_agg(id), '[]') FROM revoked),
    'aliases', (SELECT coalesce(jsonb_agg(id), '[]') FROM aliases),
    'virtualAccounts', (SELECT coalesce(jsonb_agg(id), '[]') FROM accounts),
    'followers', (SELECT coalesce(jsonb_agg(id), '[]') FROM followers))
  INTO moved;
  RETURN moved;
END $$;

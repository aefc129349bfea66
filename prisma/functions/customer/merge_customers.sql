-- Lets one customer stand for another too. Documents keep the customer that they name; contacts and
-- the signs by which payments are recognised move, and are noted so that they can go back.
--
-- Input:   mergeCustomers in prisma/commands/customer.ts
-- Answer:  the merge
-- Locks:   the books (shared), both customers by id
-- Refuses: CUSTOMER_NOT_FOUND, MERGE_WITH_ITSELF, CUSTOMER_MERGED, CURRENCY_MISMATCH,
--          CUSTOMER_HAS_CASE
-- Key:     mergedId; again is refused
CREATE OR REPLACE FUNCTION merge_customers(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  kept_key uuid := (input->>'keptId')::uuid;
  merged_key uuid := (input->>'mergedId')::uuid;
  merge_key uuid := uuid_v7();
BEGIN
  PERFORM enter_context(ctx);
  PERFORM 1 FROM customer WHERE id IN (kept_key, merged_key) ORDER BY id FOR UPDATE;
  PERFORM check_customer_merge(kept_key, merged_key);
  INSERT INTO customer_merge (id, kept_id, merged_id, reason, moved, merged_by, merged_at)
  SELECT
    merge_key, kept_key, merged_key, input->>'reason',
    move_customer_signs(kept_key, merged_key, context_at(ctx)) || jsonb_build_object(
      'active', merged.active, 'inactiveReason', merged.inactive_reason),
    ctx#>>'{actor,id}', context_at(ctx)
  FROM customer merged
  WHERE merged.id = merged_key;
  UPDATE customer merged
  SET active = false, inactive_reason = 'Merged into ' || kept.number, merged_into_id = kept_key
  FROM customer kept
  WHERE merged.id = merged_key AND kept.id = kept_key;
  RETURN jsonb_build_object('mergeId', merge_key);
END $$;

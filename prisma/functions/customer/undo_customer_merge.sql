-- Undoes a merge: the customer stands for itself again, with its contacts, payers and virtual
-- accounts as far as they are still there. What came after the merge stays where it was booked.
--
-- Input:   undoCustomerMerge in prisma/commands/customer.ts
-- Locks:   the books (shared), the merge, both customers by id, what moves
-- Refuses: MERGE_NOT_FOUND, MERGE_UNDONE, CUSTOMER_MERGED
-- Key:     mergeId; again is refused
CREATE OR REPLACE FUNCTION undo_customer_merge(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  merge customer_merge%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO merge FROM customer_merge WHERE id = (input->>'mergeId')::uuid FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('MERGE_NOT_FOUND', 'There is no such merge.', 'mergeId');
  ELSIF merge.undone_at IS NOT NULL THEN
    PERFORM refuse('MERGE_UNDONE', 'The merge was undone before.', 'mergeId');
  END IF;
  PERFORM 1 FROM customer WHERE id IN (merge.kept_id, merge.merged_id) ORDER BY id FOR UPDATE;
  IF EXISTS (SELECT 1 FROM customer WHERE id = merge.kept_id AND merged_into_id IS NOT NULL) THEN
    PERFORM refuse(
      'CUSTOMER_MERGED',
      'The customer that was kept was merged later: undo that first.',
      'mergeId');
  END IF;

  UPDATE customer
  SET merged_into_id = NULL,
    active = (merge.moved->>'active')::boolean,
    inactive_reason = merge.moved->>'inactiveReason'
  WHERE id = merge.merged_id;
  UPDATE customer SET merged_into_id = merge.merged_id
  WHERE merged_into_id = merge.kept_id AND merge.moved->'followers' ? id::text;
  UPDATE customer_contact SET customer_id = merge.merged_id
  WHERE customer_id = merge.kept_id AND merge.moved->'contacts' ? id::text;
  UPDATE customer_alias SET customer_id = merge.merged_id
  WHERE customer_id = merge.kept_id AND merge.moved->'aliases' ? id::text;
  UPDATE customer_alias SET revoked_at = NULL
  WHERE customer_id = merge.merged_id AND merge.moved->'revokedAliases' ? id::text;
  UPDATE virtual_account SET customer_id = merge.merged_id
  WHERE customer_id = merge.kept_id AND merge.moved->'virtualAccounts' ? id::text;
  UPDATE customer_merge
  SET undone_reason = input->>'reason', undone_by = ctx#>>'{actor,id}', undone_at = context_at(ctx)
  WHERE id = merge.id;
  RETURN '{}';
END $$;

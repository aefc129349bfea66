-- Puts a store that has never sold into shadow, from its first sale on. One person does it: no
-- figure of the company can be hidden by it. A store that has sold is switched by two people.
--
-- Input:   beginShadow in prisma/commands/shadow.ts
-- Answer:  the switch
-- Locks:   the books (shared), the changes of masters, the store
-- Refuses: STORE_NOT_FOUND, STORE_MODE_SAME, STORE_HAS_SALES
-- Key:     storeId; again it is refused
CREATE OR REPLACE FUNCTION begin_shadow(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  store_key CONSTANT uuid := (input->>'storeId')::uuid;
BEGIN
  PERFORM enter_context(ctx);
  PERFORM lock_master_changes();
  PERFORM 1 FROM store WHERE id = store_key FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('STORE_NOT_FOUND', 'There is no such store.', 'storeId');
  ELSIF EXISTS (SELECT 1 FROM store_switch WHERE store_id = store_key) THEN
    PERFORM refuse('STORE_MODE_SAME', 'The store is in shadow, or has been.', 'storeId');
  ELSIF EXISTS (SELECT 1 FROM sale WHERE store_id = store_key) THEN
    PERFORM refuse('STORE_HAS_SALES',
      'The store has sales in the books: two people put it into shadow from a day to come.',
      'storeId');
  END IF;
  PERFORM apply_store_switch(ctx, input || '{"to":"shadow","from":null}');
  RETURN '{}';
END $$;

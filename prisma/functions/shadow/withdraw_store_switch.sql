-- Takes back a switch of a store that has not begun: the store stays as it is. The beginning of a
-- shadow is taken back while nothing has been kept in it.
--
-- Input:   withdrawStoreSwitch in prisma/commands/shadow.ts
-- Locks:   the books (shared), the changes of masters, the switch
-- Refuses: STORE_SWITCH_NOT_FOUND, STORE_SWITCH_IN_FORCE
-- Key:     storeSwitchId; again it is not there
CREATE OR REPLACE FUNCTION withdraw_store_switch(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  planned store_switch%ROWTYPE;
  has_begun boolean;
BEGIN
  PERFORM enter_context(ctx);
  PERFORM lock_master_changes();
  SELECT * INTO planned
  FROM store_switch
  WHERE id = (input->>'storeSwitchId')::uuid
  FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('STORE_SWITCH_NOT_FOUND', 'There is no such switch.', 'storeSwitchId');
  ELSIF planned.from_day IS NULL THEN
    has_begun := EXISTS (SELECT 1 FROM shadow_sale WHERE store_id = planned.store_id)
      OR EXISTS (SELECT 1 FROM store_switch
        WHERE store_id = planned.store_id AND id <> planned.id);
  ELSE
    SELECT planned.from_day <= (context_at(ctx) AT TIME ZONE time_zone)::date INTO has_begun
    FROM store
    WHERE id = planned.store_id;
  END IF;
  IF has_begun THEN
    PERFORM refuse('STORE_SWITCH_IN_FORCE',
      'The switch holds already: switch the store again, from a day to come.', 'storeSwitchId');
  END IF;
  DELETE FROM store_switch WHERE id = planned.id;
  RETURN '{}';
END $$;

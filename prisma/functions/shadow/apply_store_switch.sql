-- Switches a store from a day on: its sales of that day and later are booked, or are kept in
-- shadow.
--
-- Input:   wanted: {storeId, to, from, reason?}; without it, that of the change that waits
-- Locks:   none: the caller holds the changes of masters
CREATE OR REPLACE FUNCTION apply_store_switch(ctx jsonb, wanted jsonb) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO store_switch (store_id, to_mode, from_day, reason, switched_by, switched_at)
  VALUES (
    (wanted->>'storeId')::uuid, wanted->>'to', (wanted->>'from')::date,
    coalesce(wanted->>'reason', (
      SELECT m.reason
      FROM master_change m
      WHERE m.kind = 'store-switch' AND m.subject = wanted->>'storeId' AND m.state = 'requested')),
    ctx#>>'{actor,name}', context_at(ctx))
$$;

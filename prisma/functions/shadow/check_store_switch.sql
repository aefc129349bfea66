-- Refuses a switch of a store that cannot be: to what it is already, or from a day that has begun
-- or has sales of the store, booked or in shadow. What was sold until then stays where it is.
--
-- Input:   wanted: {storeId, to, from}
-- Locks:   none: the caller holds the changes of masters
-- Refuses: STORE_NOT_FOUND, STORE_MODE_SAME, STORE_SWITCH_TOO_EARLY
CREATE OR REPLACE FUNCTION check_store_switch(ctx jsonb, wanted jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  store_key CONSTANT uuid := (wanted->>'storeId')::uuid;
  begins CONSTANT date := (wanted->>'from')::date;
  today date;
  last store_switch%ROWTYPE;
BEGIN
  SELECT (context_at(ctx) AT TIME ZONE time_zone)::date INTO today FROM store WHERE id = store_key;
  IF NOT FOUND THEN
    PERFORM refuse('STORE_NOT_FOUND', 'There is no such store.', 'storeId');
  END IF;
  SELECT * INTO last
  FROM store_switch
  WHERE store_id = store_key
  ORDER BY from_day DESC NULLS LAST
  LIMIT 1;
  IF coalesce(last.to_mode, 'live') = wanted->>'to' THEN
    PERFORM refuse('STORE_MODE_SAME', 'The store is that already, or is about to be.', 'to');
  ELSIF begins <= today OR begins <= last.from_day
    OR EXISTS (SELECT 1 FROM sale WHERE store_id = store_key AND business_date >= begins)
    OR EXISTS (SELECT 1 FROM shadow_sale WHERE store_id = store_key AND business_date >= begins)
  THEN
    PERFORM refuse('STORE_SWITCH_TOO_EARLY',
      'A store is switched from tomorrow on at the earliest, and after every day with sales.',
      'from');
  END IF;
END $$;

-- Whether a store is in shadow on a day: the last switch from that day or earlier decides, and a
-- store without one is live. A day that has not come yet is judged as today.
--
-- Input:   at: business time of the command
-- Locks:   none: a switch begins after the day on which it is made (check_store_switch)
CREATE OR REPLACE FUNCTION is_shadow_day(store_key uuid, day date, at timestamptz) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT coalesce((
    SELECT w.to_mode = 'shadow'
    FROM store_switch w
    JOIN store s ON s.id = w.store_id
    WHERE w.store_id = store_key
      AND (w.from_day IS NULL OR w.from_day <= least(day, (at AT TIME ZONE s.time_zone)::date))
    ORDER BY w.from_day DESC NULLS LAST
    LIMIT 1), false)
$$;

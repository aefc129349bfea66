-- How far the trail could be sealed, once every transaction that is under way now has ended: the highest id that
-- was given to anybody, and a transaction number above all that had been given out by then. Only in this order:
-- whoever holds an id up to `last_row` has a number below `settled_after`.
CREATE OR REPLACE FUNCTION audit_horizon(OUT last_row bigint, OUT settled_after xid8, OUT noted_at timestamptz)
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  SELECT s.last_value INTO last_row FROM audit_row_id_seq s;
  settled_after := pg_current_xact_id();
  noted_at := date_trunc('milliseconds', clock_timestamp());
END $$;

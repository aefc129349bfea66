-- Answers how far the audit trail can be sealed once all present transactions have ended
-- (transactions_have_ended).
--
-- Answer:  last_row: the highest id that any row of the trail was given; settled_after: a
--          transaction number above all that had been given out by then; noted_at: when, machine
--          time
CREATE OR REPLACE FUNCTION audit_horizon(
  OUT last_row bigint, OUT settled_after xid8, OUT noted_at timestamptz)
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  -- In this order only: a transaction that holds an id up to `last_row` has its number already
  -- (write_audit), so that its number is below `settled_after`.
  SELECT sequence.last_value INTO last_row FROM audit_row_id_seq sequence;
  settled_after := pg_current_xact_id();
  noted_at := date_trunc('milliseconds', clock_timestamp());
END $$;

-- Answers how far a trail can be sealed once all present transactions have ended
-- (transactions_have_ended).
--
-- Input:   trail: 'audit' (rows by id) or 'journal' (entries by position)
-- Answer:  last_row: the highest number that any row of the trail was given; settled_after: a
--          transaction number above all that had been given out by then; noted_at: when, machine
--          time
CREATE OR REPLACE FUNCTION audit_horizon(
  trail text, OUT last_row bigint, OUT settled_after xid8, OUT noted_at timestamptz)
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  -- In this order only: a transaction that holds a number up to `last_row` has its own already
  -- (write_audit, post_journal), so that its own is below `settled_after`.
  IF trail = 'journal' THEN
    SELECT sequence.last_value INTO last_row FROM journal_entry_position_seq sequence;
  ELSE
    SELECT sequence.last_value INTO last_row FROM audit_row_id_seq sequence;
  END IF;
  settled_after := pg_current_xact_id();
  noted_at := date_trunc('milliseconds', clock_timestamp());
END $$;

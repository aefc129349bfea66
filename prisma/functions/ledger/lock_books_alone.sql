-- Trigger before accounting periods are written: waits for the commands that are under way and
-- holds off the next ones, for two seconds at most. A till must not stand still because somebody
-- closes the month while a long command is running.
--
-- It is the first lock that is taken alone, before any row. Two people who close the same period
-- both hold the books shared already and would wait for each other: the second one is told so at
-- once.
--
-- Locks:   the opening and closing of periods, the books (alone)
-- Refuses: BOOKS_BUSY while another period is opened or closed, or when a command does not end in
--          time
CREATE OR REPLACE FUNCTION lock_books_alone() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  usual_timeout text := current_setting('lock_timeout');
BEGIN
  IF NOT pg_try_advisory_xact_lock(books_lock() + 1) THEN
    PERFORM refuse('BOOKS_BUSY', 'Another period is being opened or closed at this moment.');
  END IF;
  BEGIN
    PERFORM set_config('lock_timeout', '2s', true);
    PERFORM pg_advisory_xact_lock(books_lock());
  EXCEPTION WHEN lock_not_available THEN
    PERFORM refuse('BOOKS_BUSY',
      'A long command is still writing into the books. Close the period again in a moment.');
  END;
  PERFORM set_config('lock_timeout', usual_timeout, true);
  RETURN NULL;
END $$;

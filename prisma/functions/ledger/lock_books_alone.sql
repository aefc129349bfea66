-- Trigger before accounting periods are written: waits for running commands and blocks new ones,
-- for two seconds at most, so that tills do not stand still behind a long command while a month is
-- closed. It is taken before any row lock. Two people who close a period at once both hold the
-- books shared and would wait for each other, so the second is refused at once.
--
-- Locks:   the opening and closing of periods, the books (alone)
-- Refuses: BOOKS_BUSY while another period is opened or closed, or when a command does not end in
--          time
CREATE OR REPLACE FUNCTION lock_books_alone() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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

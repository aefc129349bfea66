-- Waits for the commands under way, and holds off the next, for this long at most: a till must not stand still because
-- somebody closes the month while a long command is running. Before any row is touched, so that two who close the same
-- period do not wait for each other: both hold the books shared already.
CREATE OR REPLACE FUNCTION have_books_alone() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  patience text := current_setting('lock_timeout');
BEGIN
  IF NOT pg_try_advisory_xact_lock(books_lock() + 1) THEN
    PERFORM refuse('BOOKS_BUSY', 'Another period is being opened or closed at this moment.');
  END IF;
  BEGIN
    PERFORM set_config('lock_timeout', '2s', true);
    PERFORM pg_advisory_xact_lock(books_lock());
  EXCEPTION WHEN lock_not_available THEN
    PERFORM refuse('BOOKS_BUSY', 'A long command is still writing into the books. Close the period again in a moment.');
  END;
  PERFORM set_config('lock_timeout', patience, true);
  RETURN NULL;
END $$;

-- Closing a period and posting into it come one after the other, never at once.
--
-- Every command holds the books shared from its first statement to its end (enter_context); closing holds them alone
-- for a moment. So a command that found its day open has posted before the period closes, and one that comes later finds
-- it closed. One lock for all entities and periods, because it must be the first lock of every command: a command that
-- takes it after a row would wait for the closing that waits for who waits for that row. It is an advisory lock: shared, it
-- costs about a microsecond and writes nothing, where a shared row lock of every capture would fill the row with multixacts.
CREATE FUNCTION books_lock() RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT 5016219384727::bigint $$;

-- Every command says who acts, from where, when (business time) and under which request; the audit
-- triggers read it. A change without a context is a bug and fails there.
CREATE OR REPLACE FUNCTION enter_context(ctx jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(books_lock());
  PERFORM set_config('lunas.context', ctx::text, true);
END $$;

-- How a period ends cannot be half said.
ALTER TABLE accounting_period ADD CONSTRAINT accounting_period_closed CHECK (
  (state = 'closed') = (closed_at IS NOT NULL) AND (closed_at IS NULL) = (closed_by IS NULL));

-- Waits for the commands under way, and holds off the next, for this long at most: a till must not stand still because
-- somebody closes the month while a long command is running. Before any row is touched, so that two who close the same
-- period do not wait for each other: both hold the books shared already.
CREATE FUNCTION have_books_alone() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER accounting_period_alone BEFORE INSERT OR UPDATE OR DELETE ON accounting_period
  FOR EACH STATEMENT EXECUTE FUNCTION have_books_alone();

-- A period is never said to be closed before what stands in it: a command may carry a later arrival than the closing and
-- still have come first.
CREATE FUNCTION close_after_the_last() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.closed_at := greatest(NEW.closed_at, (SELECT max(e.at) FROM journal_entry e
    WHERE e.legal_entity_id = NEW.legal_entity_id AND e.business_date BETWEEN NEW.starts_on AND NEW.ends_on));
  RETURN NEW;
END $$;
CREATE TRIGGER accounting_period_closes BEFORE INSERT OR UPDATE ON accounting_period
  FOR EACH ROW WHEN (NEW.state = 'closed') EXECUTE FUNCTION close_after_the_last();

-- The day on which something may still be booked: `wished`, or the first day after the closed periods around it. What is
-- older than all periods belongs to books that were closed before these began, as soon as the first of these is closed.
CREATE OR REPLACE FUNCTION posting_day(entity uuid, wished date) RETURNS date LANGUAGE plpgsql STABLE AS $$
DECLARE
  closed_until date;
  day date := wished;
BEGIN
  LOOP
    SELECT p.ends_on INTO closed_until FROM accounting_period p
    WHERE p.legal_entity_id = entity AND p.state = 'closed' AND day <= p.ends_on
      AND (day >= p.starts_on OR NOT EXISTS (SELECT 1 FROM accounting_period q WHERE q.legal_entity_id = entity AND q.starts_on < p.starts_on))
    ORDER BY p.starts_on LIMIT 1;
    EXIT WHEN NOT FOUND;
    day := closed_until + 1;
  END LOOP;
  RETURN day;
END $$;

-- Closes a period that is over. Input {periodId, today}. Answers {closedAt}. Refuses: PERIOD_NOT_FOUND, PERIOD_CLOSED_BEFORE,
-- PERIOD_NOT_OVER, BOOKS_BUSY.
CREATE FUNCTION close_period(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE known accounting_period%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO known FROM accounting_period WHERE id = (input->>'periodId')::uuid;
  IF NOT FOUND THEN PERFORM refuse('PERIOD_NOT_FOUND', 'There is no such period.', 'periodId'); END IF;
  IF known.ends_on >= (input->>'today')::date THEN
    PERFORM refuse('PERIOD_NOT_OVER', format('The period ends on %s.', known.ends_on), 'periodId');
  END IF;
  UPDATE accounting_period SET state = 'closed', closed_at = context_at(ctx), closed_by = ctx#>>'{actor,id}'
  WHERE id = known.id AND state = 'open' RETURNING * INTO known;
  IF NOT FOUND THEN PERFORM refuse('PERIOD_CLOSED_BEFORE', 'The period was closed before.', 'periodId'); END IF;
  RETURN jsonb_build_object('closedAt', known.closed_at);
END $$;

REVOKE EXECUTE ON FUNCTION close_period(jsonb, jsonb), books_lock(), have_books_alone(), close_after_the_last() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION close_period(jsonb, jsonb), books_lock(), have_books_alone(), close_after_the_last() TO lunas_app;
GRANT EXECUTE ON FUNCTION books_lock() TO lunas_partner;

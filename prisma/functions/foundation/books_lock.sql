-- Closing a period and posting into it come one after the other, never at once.
--
-- Every command holds the books shared from its first statement to its end (enter_context); closing holds them alone
-- for a moment. So a command that found its day open has posted before the period closes, and one that comes later finds
-- it closed. One lock for all entities and periods, because it must be the first lock of every command: a command that
-- takes it after a row would wait for the closing that waits for who waits for that row. It is an advisory lock: shared, it
-- costs about a microsecond and writes nothing, where a shared row lock of every capture would fill the row with multixacts.
CREATE OR REPLACE FUNCTION books_lock() RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT 5016219384727::bigint $$;

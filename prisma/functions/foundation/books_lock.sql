-- The number of the advisory lock on the books, so that a period is never closed while a command
-- posts into it. Every command holds the lock shared from its first statement to its end
-- (enter_context). Closing a period holds it alone for a moment (lock_books_alone). So a command
-- that found its day open posts before the period closes, and a later command finds it closed.
--
-- There is one lock for all legal entities and periods, because every command must take it before
-- its first row: a command that asked for it while it held a row could wait for a closing that
-- waits for another command, which waits for that row. It is an advisory lock because a shared one
-- costs about a microsecond and writes nothing. A shared lock on a row would be written into that
-- row by every capture.
CREATE OR REPLACE FUNCTION books_lock() RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT 5016219384727::bigint
$$;

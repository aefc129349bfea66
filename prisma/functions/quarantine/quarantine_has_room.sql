-- Whether one more refused content of this sender is kept like any other: so many at most, and so
-- many bytes, wait for a person. What comes beyond is kept for a while only.
--
-- Input:   the sender, as the actor of its calls; the size of the new content in bytes; the bounds
-- Locks:   the sender in the quarantine, so that two calls at once do not both find the last place
CREATE OR REPLACE FUNCTION quarantine_has_room(
  sender text, size bigint, rows_max bigint, bytes_max bigint
) RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('quarantine:' || sender, 0));
  RETURN (
    SELECT count(*) < rows_max AND coalesce(sum(octet_length(content)), 0) + size <= bytes_max
    FROM quarantine
    WHERE actor_id = sender AND resolved_at IS NULL AND NOT overflow);
END $$;

-- The entries of the journal as they are sealed: each with its lines and the document that it
-- belongs to, as text that is the same whoever reads it and whenever.
--
-- A column that is added to these tables later must be empty in old rows, or be left out here by
-- its name: what is empty is not part of the text, so that old seals still fit.
--
-- Input:   entries with a position above `after`, in this order, at most `entries_max`
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION sealed_entries(after bigint, entries_max integer)
RETURNS TABLE (id bigint, content text)
LANGUAGE sql STABLE SET timezone = 'UTC' AS $$
  SELECT entry."position", jsonb_strip_nulls(jsonb_build_object(
    'entry', to_jsonb(entry),
    'lines', (
      SELECT jsonb_agg(to_jsonb(line) ORDER BY line.line_number)
      FROM journal_line line
      WHERE line.entry_id = entry.id),
    'document', sealed_document(entry.document_kind, entry.document_id)))::text
  FROM (
    SELECT * FROM journal_entry WHERE "position" > after ORDER BY "position" LIMIT entries_max
  ) entry
  ORDER BY entry."position"
$$;

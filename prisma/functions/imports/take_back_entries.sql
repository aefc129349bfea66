-- Books back what an import has booked, each on its own day, so that every day shows the balance
-- that it had before.
--
-- Input:   the import, and the kind of its documents
-- Key:     as reverse_journal
CREATE OR REPLACE FUNCTION take_back_entries(
  ctx jsonb, import_key uuid, kind_of_document text
) RETURNS void
LANGUAGE sql AS $$
  SELECT reverse_journal(ctx, jsonb_build_object(
    'documentKind', kind_of_document,
    'documentId', e.document_id,
    'businessDate', e.business_date))
  FROM (
    SELECT DISTINCT subject_id::uuid AS document
    FROM import_row
    WHERE import_id = import_key AND state = 'written') written
  JOIN journal_entry e
    ON e.document_kind = kind_of_document
      AND e.document_id = written.document
      AND e.kind NOT LIKE '%-reversal'
  ORDER BY e."position"
$$;

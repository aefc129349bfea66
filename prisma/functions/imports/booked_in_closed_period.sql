-- Whether an opening was booked on a day whose accounting period has been closed since: what was
-- reported stays as it was reported.
--
-- Answer:  'period-closed', or NULL
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION booked_in_closed_period(kind_of_document text, document uuid)
RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT 'period-closed'
  FROM journal_entry e
  JOIN accounting_period p
    ON p.legal_entity_id = e.legal_entity_id
      AND p.state = 'closed'
      AND e.business_date BETWEEN p.starts_on AND p.ends_on
  WHERE e.document_kind = kind_of_document AND e.document_id = document
  LIMIT 1
$$;

-- How much of an invoice one person alone may credit, and how much of that is used. Several small
-- credit notes count as one. An invoice in another currency than the limit of its legal entity
-- always needs a second person.
CREATE OR REPLACE FUNCTION credit_note_allowance(
  invoice_key uuid, OUT limit_amount bigint, OUT used_amount bigint)
LANGUAGE sql STABLE AS $$
  SELECT
    CASE WHEN entity.currency = invoice.currency THEN entity.credit_note_limit_amount ELSE 0 END,
    coalesce((
      SELECT sum(note.total_amount)
      FROM credit_note note
      WHERE note.invoice_id = invoice.id AND note.request_id IS NULL), 0)::bigint
  FROM invoice
  JOIN legal_entity entity ON entity.id = invoice.legal_entity_id
  WHERE invoice.id = invoice_key
$$;

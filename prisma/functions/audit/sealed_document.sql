-- The document of a journal entry as it is sealed: what of it never changes once it is written.
-- Documents that change, such as payments, are compared with the audit trail (rows_unlike_trail).
--
-- What was brought in from another system may be taken back, and is compared so as well.
--
-- Answer:  the rows of the document; NULL of a kind that has none that stay as they are
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION sealed_document(kind text, document_key uuid) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT CASE kind
    WHEN 'sale' THEN (
      SELECT jsonb_build_object(
        'sale', to_jsonb(s),
        'lines', (
          SELECT jsonb_agg(to_jsonb(l) ORDER BY l.id) FROM sale_line l WHERE l.sale_id = s.id),
        'tenders', (
          SELECT jsonb_agg(to_jsonb(t) ORDER BY t.id) FROM sale_tender t WHERE t.sale_id = s.id))
      FROM sale s
      WHERE s.id = document_key)
    WHEN 'invoice' THEN (
      SELECT jsonb_build_object(
        'invoice', to_jsonb(i),
        'lines', (
          SELECT jsonb_agg(to_jsonb(l) ORDER BY l.id)
          FROM invoice_line l
          WHERE l.invoice_id = i.id))
      FROM invoice i
      WHERE i.id = document_key AND i.sale_id IS NOT NULL)
    WHEN 'credit-note' THEN (SELECT to_jsonb(c) FROM credit_note c WHERE c.id = document_key)
    WHEN 'remittance' THEN (
      SELECT jsonb_agg(to_jsonb(l) ORDER BY l.id)
      FROM remittance_line l
      WHERE l.remittance_id = document_key)
  END
$$;

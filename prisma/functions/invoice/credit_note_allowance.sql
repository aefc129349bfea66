-- How much of an invoice one person alone may credit, and how much of that is used: several small credit notes are one.
CREATE OR REPLACE FUNCTION credit_note_allowance(invoice_key uuid, OUT limit_amount bigint, OUT used_amount bigint) LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN e.currency = i.currency THEN e.credit_note_limit_amount ELSE 0 END,
    coalesce((SELECT sum(c.total_amount) FROM credit_note c WHERE c.invoice_id = i.id AND c.request_id IS NULL), 0)::bigint
  FROM invoice i JOIN legal_entity e ON e.id = i.legal_entity_id WHERE i.id = invoice_key
$$;

-- Locks everything that a letter to the customer of an invoice depends on, and answers it: {facts: [...] of the
-- customer's open receivables in that currency and legal entity, notice: a letter that is being prepared or null}.
-- Locks: one letter at a time per customer and currency, the letter, open items by id, receivables.
-- Input {invoiceId, invoicesMax}: at most so many invoices, the longest due first, stand in one letter.
CREATE OR REPLACE FUNCTION lock_for_notice(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  asked invoice%ROWTYPE;
  letter dunning_notice%ROWTYPE;
  keys uuid[];
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO asked FROM invoice WHERE id = (input->>'invoiceId')::uuid;
  IF NOT FOUND THEN PERFORM refuse('INVOICE_NOT_FOUND', 'There is no such invoice.', 'invoiceId'); END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('notice:' || asked.customer_id || ':' || asked.currency, 0));
  SELECT * INTO letter FROM dunning_notice WHERE customer_id = asked.customer_id AND currency = asked.currency
    AND state = 'preparing' ORDER BY created_at LIMIT 1 FOR UPDATE;
  SELECT coalesce(array_agg(id), '{}') INTO keys FROM (
    SELECT i.id FROM invoice i JOIN receivable r ON r.invoice_id = i.id
    WHERE r.customer_id = asked.customer_id AND r.closed_at IS NULL AND i.currency = asked.currency
      AND i.legal_entity_id = asked.legal_entity_id
      OR i.id IN (SELECT invoice_id FROM dunning_notice_item WHERE notice_id = letter.id)
    ORDER BY (SELECT min(due_on) FROM open_item o WHERE o.invoice_id = i.id AND o.open_amount > 0), i.id
    LIMIT (input->>'invoicesMax')::int) k;
  PERFORM 1 FROM open_item WHERE invoice_id = ANY (keys) ORDER BY id FOR UPDATE;
  PERFORM 1 FROM receivable WHERE invoice_id = ANY (keys) ORDER BY invoice_id FOR UPDATE;
  RETURN jsonb_build_object('facts', facts_of_receivables(keys, context_at(ctx)),
    'notice', CASE WHEN letter.id IS NOT NULL THEN notice_on_hand(letter) END);
END $$;

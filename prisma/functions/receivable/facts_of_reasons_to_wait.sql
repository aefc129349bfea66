-- What of an invoice is disputed, and the holds for which a reminder waits: domain/dunning decides
-- which of them still count. A hold of a customer holds those merged with it too. Promises are in
-- facts_of_promises. A hold because letters do not arrive is a fact about the customer
-- (facts_of_customer).
--
-- Answer:  {disputed, holds} of facts_of_receivables
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION facts_of_reasons_to_wait(invoice_row invoice) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'disputed', (
      SELECT coalesce(sum(d.amount), 0)::text
      FROM dispute d
      WHERE d.invoice_id = invoice_row.id AND d.state = 'open'),
    'holds', (
      SELECT coalesce(jsonb_agg(jsonb_build_object(
          'holdId', h.id, 'until', h.held_until, 'reviewOn', h.review_on) ORDER BY h.id), '[]')
      FROM dunning_hold h
      WHERE (h.invoice_id = invoice_row.id
          OR h.customer_id = ANY (ARRAY(SELECT customer_family(invoice_row.customer_id))))
        AND h.released_at IS NULL
        AND h.reason <> 'notice-undeliverable'))
$$;

-- Turns requests to match again into a list of unapplied payments: those of the customer of a
-- changed invoice, those of which matching thought of this customer or of the invoice's numbers,
-- and those of nobody that have one of its amounts.
--
-- Input:   listPaymentsToMatch in prisma/commands/payment.ts: how many requests at most
-- Answer:  how many requests were taken
-- Locks:   the requests, those that are free only; the list
-- Refuses: none
-- Key:     a request is deleted when its payments are listed; a payment is listed once
CREATE OR REPLACE FUNCTION list_payments_to_match(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  taken match_request[];
BEGIN
  PERFORM enter_context(ctx);
  WITH free AS (
    SELECT id FROM match_request WHERE NOT held
    ORDER BY id LIMIT (input->>'requests')::int FOR UPDATE SKIP LOCKED
  ), gone AS (
    DELETE FROM match_request USING free WHERE match_request.id = free.id RETURNING match_request.*
  )
  SELECT coalesce(array_agg(gone::match_request), '{}') INTO taken FROM gone;

  INSERT INTO payment_to_match (payment_id)
  SELECT request.payment_id
  FROM unnest(taken) request
  JOIN payment p ON p.id = request.payment_id AND p.unapplied_amount > 0
  UNION
  SELECT p.id
  FROM (
    SELECT invoice_id, array_agg(DISTINCT amount) AS amounts
    FROM unnest(taken) request, unnest(request.amounts || '{0}') amount
    WHERE invoice_id IS NOT NULL
    GROUP BY invoice_id
  ) changed
  JOIN invoice i ON i.id = changed.invoice_id
  CROSS JOIN LATERAL unapplied_payments_for(i, changed.amounts) p
  ON CONFLICT (payment_id) DO NOTHING;
  RETURN jsonb_build_object('taken', cardinality(taken));
END $$;

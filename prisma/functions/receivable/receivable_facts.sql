-- Input {invoiceId}; the facts as facts_of_receivables gives them, or null.
CREATE OR REPLACE FUNCTION receivable_facts(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT facts_of_receivables(ARRAY[(input->>'invoiceId')::uuid], context_at(ctx))->0
$$;

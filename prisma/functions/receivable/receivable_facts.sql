-- The facts from which domain/dunning decides the next step of a receivable.
--
-- Input:   receivableFacts in prisma/commands/receivable.ts
-- Answer:  the facts as facts_of_receivables gives them, or null when there is no such receivable
-- Locks:   none
-- Refuses: none
-- Key:     none: it changes nothing
CREATE OR REPLACE FUNCTION receivable_facts(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT facts_of_receivables(ARRAY[(input->>'invoiceId')::uuid], context_at(ctx))->0
$$;

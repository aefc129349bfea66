-- Ends a command as `refuse` does, and adds the facts of the sentence, so that it can be said in
-- other languages. `prisma/sql-refusal.ts` separates sentence and facts.
--
-- Input:   as refuse; facts: an object
CREATE OR REPLACE FUNCTION refuse_with_facts(
  code text, detail text, param text, facts jsonb)
RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse(
    code, jsonb_build_object('detail', detail, 'facts', facts)::text, param);
END $$;

-- Books the balance that an account had in another system, against the opening balances. When all
-- accounts are in, the opening balances hold what the old books had as equity.
--
-- Input:   bookOpeningBalance in prisma/commands/ledger.ts
-- Answer:  nothing
-- Locks:   the books (shared)
-- Refuses: none
-- Key:     documentId, as post_journal
CREATE OR REPLACE FUNCTION book_opening_balance(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM enter_context(ctx);
  PERFORM post_opening(ctx, input || '{"documentKind": "opening-balance"}');
  RETURN '{}';
END $$;

-- Takes what is outstanding back from the agency. `ending` is the new state; the receivable is ours again.
CREATE OR REPLACE FUNCTION take_back(ctx jsonb, placed placement, ending text, why text) RETURNS placement LANGUAGE plpgsql AS $$
DECLARE
  -- Requests carry the time of their arrival; what is accepted later must not look as if it came before.
  moment timestamptz := greatest(context_at(ctx), placed.last_event_at);
  ended placement%ROWTYPE;
BEGIN
  UPDATE placement SET state = ending, recalled_amount = recalled_amount + outstanding_amount, outstanding_amount = 0,
    recall_reason = CASE WHEN ending = 'recalled' THEN why END,
    recalled_at = CASE WHEN ending = 'recalled' THEN moment END,
    close_reason = CASE WHEN ending = 'recalled' THEN NULL ELSE why END,
    closed_at = CASE WHEN ending = 'recalled' THEN NULL ELSE moment END
  WHERE id = placed.id RETURNING * INTO ended;
  UPDATE receivable SET state = 'open' WHERE invoice_id = placed.invoice_id AND state = 'placed';
  -- Its life waits for reports, and a case that has ended is told nothing any more.
  PERFORM poke('placement:' || placed.id, ending);
  RETURN ended;
END $$;

-- Takes the outstanding amount of a case back from the agency; we follow the receivable again. The
-- workflow of the case is poked, because it waits for reports and no more will come. Direct
-- payments that the agency reported are no work any more.
--
-- Input:   `new_state` is recalled, rejected or closed; `reason` says why. A recalled case closes
--          later (close_placement).
-- Answer:  the placement as it is now
-- Locks:   the receivable, work items of the case; the caller holds the placement
CREATE OR REPLACE FUNCTION take_placement_back(
  ctx jsonb,
  placement_row placement,
  new_state text,
  reason text
) RETURNS placement
LANGUAGE plpgsql AS $$
DECLARE
  -- Requests carry the time of their arrival; what is accepted later must not look as if it came
  -- before.
  ended_at timestamptz := greatest(context_at(ctx), placement_row.last_event_at);
  is_recall boolean := new_state = 'recalled';
  ended_row placement%ROWTYPE;
BEGIN
  UPDATE placement
  SET state = new_state,
    recalled_amount = recalled_amount + outstanding_amount,
    outstanding_amount = 0,
    recall_reason = CASE WHEN is_recall THEN reason END,
    recalled_at = CASE WHEN is_recall THEN ended_at END,
    close_reason = CASE WHEN NOT is_recall THEN reason END,
    closed_at = CASE WHEN NOT is_recall THEN ended_at END
  WHERE id = placement_row.id
  RETURNING * INTO ended_row;
  UPDATE receivable
  SET state = 'open'
  WHERE invoice_id = placement_row.invoice_id AND state = 'placed';
  PERFORM end_direct_payment_work(ctx, placement_row.id);
  PERFORM poke('placement:' || placement_row.id, new_state);
  RETURN ended_row;
END $$;

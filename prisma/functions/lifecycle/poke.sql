-- Tells a workflow to look at the books again, through the outbox. A poke may be lost, doubled or
-- late: it costs delay, never money.
--
-- Input:   workflow: its id, such as `receivable:{invoiceId}`; why: one word for people who look at
--          the outbox
CREATE OR REPLACE FUNCTION poke(workflow text, why text) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO poke (workflow_id, reason) VALUES (workflow, why)
$$;

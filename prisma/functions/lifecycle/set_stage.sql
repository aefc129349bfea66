-- Moves a sale to a stage of its life and says what comes next. `since` is when it reached the
-- stage. A closed sale stays closed, and a sale that is already there is not written again.
--
-- Input:   step: {nextStep?, nextStepAt?}
CREATE OR REPLACE FUNCTION set_stage(ctx jsonb, sale uuid, new_stage text, step jsonb DEFAULT '{}')
RETURNS void
LANGUAGE sql AS $$
  UPDATE sale_lifecycle
  SET since = CASE WHEN stage = new_stage THEN since ELSE context_at(ctx) END,
    stage = new_stage,
    next_step = step->>'nextStep',
    next_step_at = (step->>'nextStepAt')::timestamptz
  WHERE sale_id = sale
    AND closed_at IS NULL
    AND (stage, coalesce(next_step, ''), coalesce(next_step_at, 'epoch')) IS DISTINCT FROM (
      new_stage,
      coalesce(step->>'nextStep', ''),
      coalesce((step->>'nextStepAt')::timestamptz, 'epoch'))
$$;

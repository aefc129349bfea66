-- Where a sale stands, as a person says it. What holds an amount back comes before whether it is
-- late: nothing is demanded of it meanwhile. The words are those of domain/sale/standing.ts.
--
-- Input:   stage, next step and outcome of the sale's lifecycle; `overdue`: something of it was due
--          before today
-- Answer:  one of the words
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION sale_standing(
  stage text, next_step text, outcome text, overdue boolean
) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN stage = 'closed' THEN CASE outcome
      WHEN 'written-off' THEN 'written-off'
      WHEN 'cancelled' THEN 'cancelled'
      WHEN 'credited' THEN 'cancelled'
      ELSE 'paid' END
    WHEN stage = 'captured' THEN 'captured'
    WHEN stage = 'delivering' THEN 'goods-kept'
    WHEN stage = 'invoicing' THEN 'to-invoice'
    WHEN stage = 'placed' THEN 'at-agency'
    WHEN next_step = 'hold-promise' THEN 'promised'
    WHEN next_step = 'hold-dispute' THEN 'disputed'
    WHEN next_step LIKE 'hold-%' THEN 'held'
    WHEN overdue THEN 'overdue'
    ELSE 'not-due'
  END
$$;

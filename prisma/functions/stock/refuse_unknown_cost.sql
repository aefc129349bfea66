-- Refuses a surplus of goods that nobody knows the cost of.
--
-- Refuses: STOCK_COST_NEEDED
CREATE OR REPLACE FUNCTION refuse_unknown_cost(item_key uuid, line_number int) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse('STOCK_COST_NEEDED',
    format('None of %s are in the books here: say what one of them costs.',
      (SELECT sku FROM item WHERE id = item_key)),
    format('lines[%s].unitCost', line_number - 1));
END $$;

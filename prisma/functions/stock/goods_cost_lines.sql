-- The journal lines for goods that left the shop, at cost: out of inventory, into the cost of goods
-- sold.
--
-- Input:   accounts: {costOfGoodsSold, inventory}, codes; store: id of the store that they left
CREATE OR REPLACE FUNCTION goods_cost_lines(accounts jsonb, cost bigint, store uuid) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_array(
    jsonb_build_object(
      'account', accounts->>'costOfGoodsSold', 'amount', cost, 'storeId', store),
    jsonb_build_object(
      'account', accounts->>'inventory', 'amount', -cost, 'storeId', store))
$$;

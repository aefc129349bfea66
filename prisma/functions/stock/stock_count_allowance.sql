-- What one person alone may still change of the stock of a store: the limit of the company, less
-- what counts without a second person changed within 30 days. Several small counts are one.
--
-- Input:   the store; the business day
-- Answer:  an amount; nothing is left when it is zero or less
-- Locks:   none: the caller holds the counts of the store
CREATE OR REPLACE FUNCTION stock_count_allowance(store uuid, day date) RETURNS bigint
LANGUAGE sql STABLE AS $$
  SELECT entity.stock_count_limit_amount - coalesce((
      SELECT sum(counted.worth_amount)
      FROM stock_count counted
      JOIN stock_location place ON place.id = counted.location_id
      WHERE place.store_id = store
        AND counted.state = 'booked'
        AND counted.decided_by IS NULL
        AND counted.booked_on > day - 30), 0)::bigint
  FROM store s
  JOIN legal_entity entity ON entity.id = s.legal_entity_id
  WHERE s.id = store
$$;

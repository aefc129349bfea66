-- The size of an amount in five coarse bands, so that the list of workflows can be filtered by size
-- without showing an amount.
--
-- Input:   amount in the smallest booked unit of its currency
CREATE OR REPLACE FUNCTION amount_band(amount bigint) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN amount < 100000 THEN 'under-100k'
    WHEN amount < 1000000 THEN '100k-1m'
    WHEN amount < 10000000 THEN '1m-10m'
    WHEN amount < 100000000 THEN '10m-100m'
    ELSE 'over-100m'
  END
$$;

-- The allocations of a payment that are not reversed, with those of its deductions.
--
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION standing_allocations(payment_key uuid) RETURNS SETOF allocation
LANGUAGE sql STABLE AS $$
  SELECT a.*
  FROM allocation a
  LEFT JOIN deduction d ON d.id = a.deduction_id
  WHERE (a.payment_id = payment_key OR d.payment_id = payment_key) AND a.reversed_at IS NULL
$$;

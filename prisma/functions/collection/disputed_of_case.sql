-- What is disputed of a case and therefore not collected: open disputes about its invoice, except
-- those in spite of which a second person has agreed to place it.
--
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION disputed_of_case(placement_row placement) RETURNS bigint
LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(d.amount), 0)::bigint
  FROM dispute d
  WHERE d.invoice_id = placement_row.invoice_id
    AND d.state = 'open'
    AND d.placed_with IS DISTINCT FROM placement_row.id
$$;

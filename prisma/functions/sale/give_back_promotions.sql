-- Gives back the uses of promotions of a sale that is undone, so that others get them. Repeated, it
-- changes nothing.
--
-- Locks:   the uses of the sale, the counts of the promotions, by promotion and scope
CREATE OR REPLACE FUNCTION give_back_promotions(ctx jsonb, sale_key uuid) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  given promotion_use%ROWTYPE;
BEGIN
  FOR given IN
    SELECT * FROM promotion_use
    WHERE sale_id = sale_key AND given_back_at IS NULL
    ORDER BY promotion_id, scope
    FOR UPDATE
  LOOP
    UPDATE promotion_count
    SET used = used - 1
    WHERE promotion_id = given.promotion_id AND scope = given.scope;
    UPDATE promotion_use
    SET given_back_at = context_at(ctx)
    WHERE sale_id = sale_key AND promotion_id = given.promotion_id AND scope = given.scope;
  END LOOP;
END $$;

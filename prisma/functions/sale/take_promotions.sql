-- Counts the sale among those in which its promotions with a limit give something. Beyond a limit
-- an open till is refused; what has happened already is an exception.
--
-- Input:   as capture_sale; `promotionUses` [{promotionId, code, scope, most}]: the scope is 'all',
--          a business day, or a business day and a customer (activities/sale/promotion/occasion.ts)
-- Answer:  the exceptions, empty when there is none
-- Locks:   the counts of the promotions, by promotion and scope
-- Refuses: PROMOTION_LIMIT_REACHED, online only
CREATE OR REPLACE FUNCTION take_promotions(input jsonb) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
  wanted record;
  times integer;
  said text;
  exceptions jsonb := '[]';
BEGIN
  FOR wanted IN
    SELECT * FROM jsonb_to_recordset(input->'promotionUses')
      AS given("promotionId" uuid, code text, scope text, most integer)
    ORDER BY 1, 3
  LOOP
    INSERT INTO promotion_count AS known (promotion_id, scope, used)
    VALUES (wanted."promotionId", wanted.scope, 1)
    ON CONFLICT (scope, promotion_id) DO UPDATE SET used = known.used + 1
    RETURNING used INTO times;
    IF times > wanted.most THEN
      said := format('Promotion %s is given in %s sales at most.', wanted.code, wanted.most);
      IF input->>'mode' = 'online' THEN
        PERFORM refuse('PROMOTION_LIMIT_REACHED', said, 'lines');
      END IF;
      exceptions := exceptions || jsonb_build_array(jsonb_build_object(
        'kind', 'promotion-limit-reached', 'detail', said));
    END IF;
  END LOOP;
  RETURN exceptions;
END $$;

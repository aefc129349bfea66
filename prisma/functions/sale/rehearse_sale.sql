-- Captures a sale and takes all of it back: stock, money, numbers, paper, events, audit rows,
-- starts of lives and notifications go with the subtransaction, whatever capture_sale comes to
-- write.
--
-- Input:   as capture_sale
-- Answer:  as capture_sale
-- Locks:   those of capture_sale; all but the books are released again
-- Refuses: PERIOD_CLOSED, STOCK_SHORT, PROMOTION_LIMIT_REACHED and those of check_credit
--          (CREDIT_NOT_GRANTED, CUSTOMER_BLOCKED, CREDIT_EXPIRED, CUSTOMER_PLACED, CREDIT_OVERDUE,
--          CREDIT_EXCEEDED); all of them online only
-- Key:     none: nothing stays
CREATE OR REPLACE FUNCTION rehearse_sale(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
  answer jsonb;
BEGIN
  BEGIN
    answer := capture_sale(ctx, input);
    RAISE EXCEPTION USING ERRCODE = 'LU002', MESSAGE = 'the rehearsal is over';
  EXCEPTION WHEN SQLSTATE 'LU002' THEN
    RETURN answer;
  END;
END $$;

-- Trigger: limits the deductions at our cost (fee, discount, rounding) from one payment to what one
-- person may credit; for more, credit the invoice, which a second person approves. Withheld tax has
-- no limit.
--
-- Locks:   none: the command holds the payment
-- Refuses: DEDUCTION_ABOVE_LIMIT
CREATE OR REPLACE FUNCTION check_deduction_limit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  limit_amount bigint;
  used_amount bigint;
BEGIN
  SELECT e.credit_note_limit_amount INTO limit_amount
  FROM payment p
  JOIN legal_entity e ON e.id = p.legal_entity_id
  WHERE p.id = NEW.payment_id AND e.currency = NEW.currency;
  IF NEW.reason = 'withholdingTax' OR limit_amount IS NULL THEN
    RETURN NEW;
  END IF;

  SELECT coalesce(sum(amount), 0) INTO used_amount
  FROM deduction
  WHERE payment_id = NEW.payment_id AND reason <> 'withholdingTax' AND state <> 'reversed';
  IF used_amount + NEW.amount > limit_amount THEN
    PERFORM refuse(
      'DEDUCTION_ABOVE_LIMIT',
      'More than one person may give up: credit the invoice, which a second person approves.',
      'deductions');
  END IF;
  RETURN NEW;
END $$;

-- Closes an accounting period that is over.
--
-- Input:   closePeriod in prisma/commands/ledger.ts; `today` is a day of the legal entity's zone
-- Locks:   the books alone (trigger accounting_period_alone), the period
-- Refuses: PERIOD_NOT_FOUND, PERIOD_NOT_OVER, PERIOD_BEFORE_OPEN, PERIOD_CLOSED_BEFORE, BOOKS_BUSY
-- Key:     periodId; closing again is refused
CREATE OR REPLACE FUNCTION close_period(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  period accounting_period%ROWTYPE;
  earlier date;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO period FROM accounting_period WHERE id = (input->>'periodId')::uuid;
  IF NOT FOUND THEN
    PERFORM refuse('PERIOD_NOT_FOUND', 'There is no such period.', 'periodId');
  END IF;
  IF period.ends_on >= (input->>'today')::date THEN
    PERFORM refuse('PERIOD_NOT_OVER', format('The period ends on %s.', period.ends_on), 'periodId');
  END IF;
  SELECT min(starts_on) INTO earlier
  FROM accounting_period
  WHERE legal_entity_id = period.legal_entity_id AND state = 'open' AND ends_on < period.starts_on;
  IF earlier IS NOT NULL THEN
    PERFORM refuse('PERIOD_BEFORE_OPEN', format(
      'Periods are closed in order, and the one that begins on %s is open.', earlier), 'periodId');
  END IF;

  UPDATE accounting_period
  SET state = 'closed', closed_at = context_at(ctx), closed_by = ctx#>>'{actor,id}'
  WHERE id = period.id AND state = 'open'
  RETURNING * INTO period;
  IF NOT FOUND THEN
    PERFORM refuse('PERIOD_CLOSED_BEFORE', 'The period was closed before.', 'periodId');
  END IF;
  RETURN jsonb_build_object('closedAt', period.closed_at);
END $$;

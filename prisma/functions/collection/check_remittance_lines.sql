CREATE OR REPLACE FUNCTION check_remittance_lines(own uuid, input jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  line record;
  total record;
  entities int;
BEGIN
  FOR line IN
    SELECT e.id, e.amount, e.currency, n - 1 AS position, (l->>'gross')::bigint AS gross,
      EXISTS (SELECT 1 FROM remittance_line r WHERE r.event_id = e.id) AS remitted
    FROM jsonb_array_elements(input->'lines') WITH ORDINALITY AS x(l, n)
    LEFT JOIN placement_event e ON e.id = (l->>'eventId')::uuid AND e.agency_id = own AND e.type = 'payment'
  LOOP
    IF line.id IS NULL THEN
      PERFORM refuse('PAYMENT_UNKNOWN', 'You have reported no such payment.', format('payments[%s]', line.position));
    ELSIF line.remitted THEN
      PERFORM refuse('PAYMENT_ALREADY_REMITTED', 'This payment was remitted before.', format('payments[%s]', line.position));
    ELSIF line.gross <> line.amount OR line.currency <> input->>'currency' THEN
      PERFORM refuse('PAYMENT_AMOUNT_DIFFERS', format('Reported were %s %s.', line.amount, line.currency),
        format('payments[%s].amount', line.position));
    END IF;
  END LOOP;
  SELECT sum((l->>'gross')::bigint) AS gross, sum((l->>'commission')::bigint) AS commission INTO total
  FROM jsonb_array_elements(input->'lines') l;
  IF (total.gross, total.commission) IS DISTINCT FROM ((input->>'gross')::numeric, (input->>'commission')::numeric) THEN
    PERFORM refuse('REMITTANCE_DOES_NOT_FOOT', format('The payments add up to %s with a commission of %s.', total.gross, total.commission), 'gross');
  END IF;
  SELECT count(DISTINCT i.legal_entity_id) INTO entities FROM jsonb_array_elements(input->'lines') l
  JOIN placement_event e ON e.id = (l->>'eventId')::uuid JOIN placement p ON p.id = e.placement_id JOIN invoice i ON i.id = p.invoice_id;
  IF entities > 1 THEN
    PERFORM refuse('REMITTANCE_MIXED', 'Remit to each of our legal entities on its own.', 'payments');
  END IF;
END $$;

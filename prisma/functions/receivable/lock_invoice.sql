-- Locks an invoice for a command about it, and answers what domain/receivable decides from.
--
-- Input:   lockInvoice in prisma/commands/receivable.ts
-- Answer:  `disputes` are those that are open, `held` is the money that we hold for it
--          (held_money); `policy` is null when there is none
-- Locks:   open items of the invoice by id; the command that follows enters its context itself
-- Refuses: INVOICE_NOT_FOUND
-- Key:     none: it changes nothing
CREATE OR REPLACE FUNCTION lock_invoice(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  invoice_key uuid := (input->>'invoiceId')::uuid;
  open_total bigint := lock_open_items(invoice_key);
BEGIN
  RETURN (
    SELECT jsonb_build_object(
      'openAmount', open_total::text,
      'currency', i.currency,
      'zone', e.time_zone,
      'runningPromises', (
        SELECT count(*) FROM promise_to_pay p WHERE p.invoice_id = i.id AND p.state = 'open'),
      'promisesInARow', promises_in_a_row(i, context_at(ctx)),
      'policy', dunning_policy_of(
        c.segment, i.currency, (context_at(ctx) AT TIME ZONE e.time_zone)::date),
      'held', coalesce(
        (SELECT m.held FROM held_money_of(ARRAY[i.id], context_at(ctx)) m
          WHERE m.invoice_id = i.id), 0)::text,
      'items', (
        SELECT coalesce(
          jsonb_agg(jsonb_build_object('dueOn', o.due_on, 'open', o.open_amount::text)), '[]')
        FROM open_item o
        WHERE o.invoice_id = i.id AND o.open_amount > 0),
      'disputes', (
        SELECT coalesce(
          jsonb_agg(jsonb_build_object('disputeId', d.id, 'amount', d.amount::text)), '[]')
        FROM dispute d
        WHERE d.invoice_id = i.id AND d.state = 'open'))
    FROM invoice i
    JOIN legal_entity e ON e.id = i.legal_entity_id
    JOIN customer c ON c.id = i.customer_id
    WHERE i.id = invoice_key);
END $$;

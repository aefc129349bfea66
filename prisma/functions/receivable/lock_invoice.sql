-- Locks an invoice for a command of finance and answers what domain/receivable decides from: {openAmount, currency,
-- zone, runningPromises, brokenPromises, disputes: [{disputeId, amount}] that are open}. Refuses: INVOICE_NOT_FOUND.
CREATE OR REPLACE FUNCTION lock_invoice(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  key uuid := (input->>'invoiceId')::uuid;
  due bigint := lock_open_items(key);
BEGIN
  RETURN (SELECT jsonb_build_object('openAmount', due::text, 'currency', i.currency, 'zone', e.time_zone,
      'runningPromises', (SELECT count(*) FROM promise_to_pay p WHERE p.invoice_id = key AND p.state = 'open'),
      'brokenPromises', (SELECT count(*) FROM promise_to_pay p WHERE p.invoice_id = key AND p.state = 'broken'),
      'disputes', (SELECT coalesce(jsonb_agg(jsonb_build_object('disputeId', d.id, 'amount', d.amount::text)), '[]')
        FROM dispute d WHERE d.invoice_id = key AND d.state = 'open'))
    FROM invoice i JOIN legal_entity e ON e.id = i.legal_entity_id WHERE i.id = key);
END $$;

-- Ends disputes and requests about an invoice with nothing left to pay: disputes are settled, for
-- the customer when a credit note did it, and requests that wait for a second person lapse. They
-- come back when the settlement is undone (restore_ended).
--
-- Input:   `settled` is of the allocation: {kind, creditNoteId?}; the allocations, also of other
--   invoices
-- Locks:   the caller holds the open items and the receivable; disputes, requests to write off,
--   requests for credit notes, their work items
-- Refuses: none
-- Key:     the states of what it ends; again nothing happens
CREATE OR REPLACE FUNCTION end_disputes_and_requests(
  ctx jsonb, invoice_key uuid, settled jsonb, allocation_keys uuid[]
) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  in_favour text := CASE settled->>'kind'
    WHEN 'credit-note' THEN 'for-customer'
    ELSE 'for-seller'
  END;
  lapsed jsonb := jsonb_build_object('state', 'lapsed', 'amount', 0, 'settledBy', settled->>'kind');
BEGIN
  IF EXISTS (SELECT 1 FROM open_item WHERE invoice_id = invoice_key AND open_amount > 0) THEN
    RETURN;
  END IF;
  INSERT INTO ended_by_settlement (allocation_id, kind, subject_id)
  SELECT a.id, ended.kind, ended.id
  FROM allocation a
  JOIN open_item o ON o.id = a.open_item_id AND o.invoice_id = invoice_key
  CROSS JOIN (
    SELECT 'dispute' AS kind, id FROM dispute WHERE invoice_id = invoice_key AND state = 'open'
    UNION ALL
    SELECT 'write-off', id FROM write_off WHERE invoice_id = invoice_key AND state = 'requested'
    UNION ALL
    SELECT 'credit-note', id
    FROM credit_note_request
    WHERE invoice_id = invoice_key AND state = 'requested'
    UNION ALL
    SELECT 'placement', id
    FROM placement_request
    WHERE invoice_id = invoice_key AND state = 'requested'
  ) ended
  WHERE a.id = ANY (allocation_keys);
  PERFORM end_dispute(ctx, d, jsonb_build_object(
    'resolution', in_favour,
    'creditNoteId', settled->>'creditNoteId',
    'settledBy', settled->>'kind'))
  FROM dispute d
  WHERE d.invoice_id = invoice_key AND d.state = 'open';
  PERFORM end_write_off(ctx, w, lapsed)
  FROM write_off w
  WHERE w.invoice_id = invoice_key AND w.state = 'requested';
  PERFORM end_credit_note_request(ctx, r, lapsed)
  FROM credit_note_request r
  WHERE r.invoice_id = invoice_key AND r.state = 'requested';
  PERFORM end_placement_request(ctx, q, lapsed)
  FROM placement_request q
  WHERE q.invoice_id = invoice_key AND q.state = 'requested';
END $$;

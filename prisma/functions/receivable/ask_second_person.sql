-- Opens the work item of a second person about a request, and pokes the workflows of the invoice.
--
-- Input:   the invoice, and the request: {asked: 'write-off' | 'credit-note' | 'placement', kind,
--          id, amount, reason}; `kind` is that of the requesting document
-- Locks:   the work item, the receivable
-- Refuses: none
-- Key:     (asked, id): one work item each
CREATE OR REPLACE FUNCTION ask_second_person(
  ctx jsonb, invoice_key uuid, request jsonb
) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM open_invoice_work_item(ctx, invoice_key, jsonb_build_object(
    'kind', request->'asked',
    'subjectKind', request->'kind',
    'subjectId', request->'id',
    'amount', request->'amount',
    'detail', jsonb_build_object(
      'reason', request->'reason', 'requestedBy', ctx#>>'{actor,name}')));
  PERFORM note_receivable(ctx, invoice_key, (request->>'asked') || '-requested',
    jsonb_build_object(
      'kind', request->'kind',
      'id', request->'id',
      'amount', request->'amount',
      'detail', jsonb_build_object('reason', request->'reason')));
END $$;

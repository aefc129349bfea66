-- Opens a work item about a letter.
--
-- Input:   item_kind: 'mail-undeliverable' or 'mail-unconfirmed'
-- Key:     as open_work_item
CREATE OR REPLACE FUNCTION report_letter(ctx jsonb, letter mail_message, item_kind text)
RETURNS void
LANGUAGE sql AS $$
  SELECT open_work_item(ctx, jsonb_build_object(
    'kind', item_kind,
    'subjectKind', 'mail',
    'subjectId', letter.id,
    'customerId', letter.customer_id,
    'detail', jsonb_build_object(
      'businessKey', letter.business_key,
      'kind', letter.kind,
      'recipient', letter.recipient,
      'invoiceId', letter.invoice_id,
      'noticeId', letter.notice_id,
      'failure', letter.failure)))
$$;

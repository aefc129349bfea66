-- Answers the lines of a dunning notice's document: one for each invoice, by number.
--
-- Answer:  `dueOn` is the first due day before the day of the notice; while the notice is being
--          prepared only open instalments count
CREATE OR REPLACE FUNCTION notice_paper_lines(notice_row dunning_notice, customer_segment text)
RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT jsonb_agg(
    jsonb_build_object(
      'invoiceId', invoice.id,
      'number', invoice.number,
      'paymentReference', invoice.payment_reference,
      'issuedOn', invoice.issued_on,
      'level', item.level,
      'openAmount', item.open_amount::text,
      'heldAmount', item.held_amount::text,
      'asideAmount', item.aside_amount::text,
      'payBy', item.pay_by,
      'follows', item.follows,
      'remindedOn', item.reminded_on,
      'template',
      policy_level(
        customer_segment, notice_row.currency, item.level, notice_row.business_day)->>'template',
      'feeAmount', notice_fee(
        customer_segment, notice_row.currency, item.level, notice_row.business_day)::text,
      'dueOn', (
        SELECT min(open_item.due_on)
        FROM open_item
        WHERE open_item.invoice_id = invoice.id
          AND open_item.due_on < notice_row.business_day
          AND (open_item.open_amount > 0 OR notice_row.state <> 'preparing')))
    ORDER BY invoice.number)
  FROM dunning_notice_item item
  JOIN invoice ON invoice.id = item.invoice_id
  WHERE item.notice_id = notice_row.id
$$;

-- The letters about an invoice that arrived: the day of the last one (also of another system, for a
-- receivable that was brought in), and the last deadline that one of them names.
--
-- Answer:  {lastNoticeOn, lastPayBy} of facts_of_receivables
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION facts_of_letters(invoice_key uuid) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'lastNoticeOn', greatest(
      max(n.business_day),
      (SELECT r.last_notice_on FROM receivable r WHERE r.invoice_id = invoice_key)),
    'lastPayBy', max(x.pay_by))
  FROM dunning_notice_item x
  JOIN dunning_notice n ON n.id = x.notice_id
  WHERE x.invoice_id = invoice_key AND n.state = 'sent'
$$;

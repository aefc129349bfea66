-- Facts about the customer of an invoice, and those merged with it: the overdue amount of all
-- invoices in that currency, the day of the last letter, and since when letters do not arrive.
--
-- Input:   the invoice, the zone of its legal entity, and the business time
-- Answer:  {customerOverdue, customerLastNoticeOn, undeliveredSince} of facts_of_receivables
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION facts_of_customer(
  invoice_row invoice, zone text, at timestamptz
) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'customerOverdue', (
      SELECT coalesce(sum(o.open_amount), 0)::text
      FROM open_item o
      WHERE o.customer_id = ANY (ARRAY(SELECT customer_family(invoice_row.customer_id)))
        AND o.currency = invoice_row.currency
        AND o.open_amount > 0
        AND o.due_on < (at AT TIME ZONE zone)::date),
    'customerLastNoticeOn', (
      SELECT max(n.business_day)
      FROM dunning_notice n
      WHERE n.customer_id = ANY (ARRAY(SELECT customer_family(invoice_row.customer_id)))
        AND n.state IN ('sent', 'failed')),
    'undeliveredSince', (
      SELECT max((h.placed_at AT TIME ZONE zone)::date)
      FROM dunning_hold h
      WHERE h.customer_id = ANY (ARRAY(SELECT customer_family(invoice_row.customer_id)))
        AND h.reason = 'notice-undeliverable'
        AND h.released_at IS NULL))
$$;

-- Everything that domain/dunning decides from, for the invoices in `keys`, at the business time `at`.
-- Amounts are text, days are ISO 8601, days of the company are days in the zone of its legal entity.
CREATE OR REPLACE FUNCTION facts_of_receivables(keys uuid[], at timestamptz) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object(
    'invoiceId', i.id, 'number', i.number, 'paymentReference', i.payment_reference, 'issuedOn', i.issued_on,
    'currency', i.currency, 'customerId', c.id, 'legalEntityId', e.id, 'zone', e.time_zone,
    'customerZone', c.time_zone, 'customerCountry', c.country, 'policy', dunning_policy_of(c.segment, i.currency),
    'version', r.version, 'levelReached', r.dunning_level, 'isClosed', r.closed_at IS NOT NULL, 'outcome', r.outcome,
    'settledBy', (SELECT coalesce(jsonb_agg(DISTINCT a.kind), '[]') FROM open_item o JOIN allocation a ON a.open_item_id = o.id
      WHERE o.invoice_id = i.id AND a.reversed_at IS NULL),
    'items', (SELECT coalesce(jsonb_agg(jsonb_build_object('openItemId', o.id, 'dueOn', o.due_on, 'open', o.open_amount::text)), '[]')
      FROM open_item o WHERE o.invoice_id = i.id AND o.open_amount > 0),
    'lastNoticeOn', (SELECT max(n.business_day) FROM dunning_notice_item x JOIN dunning_notice n ON n.id = x.notice_id
      WHERE x.invoice_id = i.id AND n.state = 'sent'),
    'customerLastNoticeOn', (SELECT max(n.business_day) FROM dunning_notice n
      WHERE n.customer_id = c.id AND n.state IN ('sent', 'failed')),
    'undeliveredSince', (SELECT max((h.placed_at AT TIME ZONE e.time_zone)::date) FROM dunning_hold h
      WHERE h.customer_id = c.id AND h.reason = 'notice-undeliverable' AND h.released_at IS NULL),
    'customerOverdue', (SELECT coalesce(sum(o.open_amount), 0)::text FROM open_item o WHERE o.customer_id = c.id
      AND o.currency = i.currency AND o.open_amount > 0 AND o.due_on < (at AT TIME ZONE e.time_zone)::date),
    'openDisputes', (SELECT count(*) FROM dispute d WHERE d.invoice_id = i.id AND d.state = 'open'),
    'promises', (SELECT coalesce(jsonb_agg(jsonb_build_object('promiseId', p.id, 'until', p.promised_for, 'amount', p.amount::text)), '[]')
      FROM promise_to_pay p WHERE p.invoice_id = i.id AND p.state = 'open'),
    'payments', (SELECT coalesce(jsonb_agg(paid.seen), '[]') FROM (
      SELECT jsonb_build_object('on', m.value_date, 'amount', a.amount::text, 'countsFor', jsonb_agg(p.id)) AS seen
      FROM open_item o JOIN allocation a ON a.open_item_id = o.id JOIN payment m ON m.id = a.payment_id
        JOIN promise_to_pay p ON p.invoice_id = o.invoice_id AND p.state = 'open'
          AND counts_for_promise(p, m.value_date, a.booked_at)
      WHERE o.invoice_id = i.id AND a.reversed_at IS NULL GROUP BY a.id, m.value_date) paid),
    'holds', (SELECT coalesce(jsonb_agg(jsonb_build_object('until', h.held_until)), '[]') FROM dunning_hold h
      WHERE (h.invoice_id = i.id OR h.customer_id = c.id) AND h.released_at IS NULL AND h.reason <> 'notice-undeliverable'),
    'unmatchedCash', unmatched_cash(i.id),
    'bankDataThrough', (SELECT max(b.last_closing_on) FROM bank_account b
      WHERE b.legal_entity_id = e.id AND b.currency = i.currency),
    'openPlacementId', (SELECT p.id FROM placement p WHERE p.invoice_id = i.id AND p.closed_at IS NULL),
    -- An agency that turned a case down never had it.
    'wasReturned', EXISTS (SELECT 1 FROM placement p WHERE p.invoice_id = i.id AND p.closed_at IS NOT NULL AND p.state <> 'rejected')
  ) ORDER BY i.number), '[]')
  FROM invoice i JOIN receivable r ON r.invoice_id = i.id JOIN customer c ON c.id = i.customer_id
  JOIN legal_entity e ON e.id = i.legal_entity_id
  WHERE i.id = ANY (keys)
$$;

-- Names what holds back the reminders of an invoice: the dispute, the promise, the hold, the money,
-- the bank account, the letter or the agency, by whom and until when. People read it in the list of
-- sales (api/routes/lifecycle/meaning-of-hold.ts says it in both languages).
--
-- Input:   the invoice; `hold` is its next step, such as `hold-dispute`
-- Answer:  [{thing, name, amount, by, on, until}], what is unknown is null; [] when nothing has a
--   name
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION what_holds(invoice_key uuid, hold text) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    jsonb_agg(jsonb_build_object(
        'thing', found.thing,
        'name', found.name,
        'amount', found.amount::text,
        'currency', i.currency,
        'by', coalesce((SELECT u.name FROM app_user u WHERE u.id::text = found.by), found.by),
        'on', found.day,
        'until', found.until)
      ORDER BY found.day, found.name),
    '[]')
  FROM invoice i
  CROSS JOIN LATERAL (
    SELECT * FROM people_who_hold(i, hold)
    UNION ALL
    SELECT 'payment', coalesce(p.payer_name, p.external_id), p.unapplied_amount, NULL,
      p.value_date, NULL
    FROM payment p
    WHERE hold = 'hold-unmatched-cash'
      AND p.currency = i.currency
      AND p.unapplied_amount > 0
      AND p.state IN ('unapplied', 'suggested', 'held')
      AND (p.customer_id IN (SELECT customer_family(i.customer_id)) OR EXISTS (
        SELECT 1
        FROM payment_suggestion s
        JOIN open_item o ON s.items @> jsonb_build_array(jsonb_build_object('openItemId', o.id))
        WHERE s.payment_id = p.id AND o.invoice_id = i.id))
    UNION ALL
    SELECT 'bank-account', b.number, NULL, NULL, b.last_closing_on, NULL
    FROM stale_accounts(i) b
    WHERE hold = 'hold-stale-bank-data'
    UNION ALL
    SELECT 'agency', a.name || ' (' || p.number || ')', NULL, NULL, p.closed_at::date, NULL
    FROM placement p
    JOIN agency a ON a.id = p.agency_id
    WHERE hold = 'hold-returned-by-agency' AND p.invoice_id = i.id AND p.state <> 'rejected'
  ) found (thing, name, amount, by, day, until)
  WHERE i.id = invoice_key
$$;

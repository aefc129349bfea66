-- Everything that domain/dunning decides from, for several invoices at once. Each kind of fact has
-- a function of its own: facts_of_customer, facts_of_letters, facts_of_settlement,
-- facts_of_promises, facts_of_reasons_to_wait, facts_of_agency; held_money_of says what unallocated
-- money covers.
--
-- Input:   the invoices, and the business time
-- Answer:  an array of facts by the number of the invoice, as receivableFactsOfInvoice in
--   prisma/commands/receivable-facts.ts; amounts are text, days ISO 8601, and days of the company
--   are days in the zone of its legal entity. An invoice without a receivable is left out
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION facts_of_receivables(invoice_keys uuid[], at timestamptz) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    jsonb_agg(
      jsonb_build_object(
        'invoiceId', i.id,
        'number', i.number,
        'paymentReference', i.payment_reference,
        'issuedOn', i.issued_on,
        'currency', i.currency,
        'customerId', c.id,
        'legalEntityId', e.id,
        'zone', e.time_zone,
        'customerZone', c.time_zone,
        'customerCountry', c.country,
        'companyHolidays', (
          SELECT coalesce(jsonb_agg(h.day), '[]') FROM holiday h WHERE h.country = c.country),
        'policy', dunning_policy_of(c.segment, i.currency, (at AT TIME ZONE e.time_zone)::date),
        'version', r.version,
        'levelReached', r.dunning_level,
        'isClosed', r.closed_at IS NOT NULL,
        'outcome', r.outcome,
        'unmatchedCash', unmatched_cash(i.id) || jsonb_build_object(
          'held', coalesce(m.held, 0)::text, 'ofCustomer', coalesce(m.of_customer, 0)::text),
        'bankDataThrough', (
          SELECT nullif(min(coalesce(b.last_closing_on, '-infinity')), '-infinity')
          FROM accounts_paid_to(e.id, i.currency, at) b))
        || facts_of_customer(i, e.time_zone, at)
        || facts_of_letters(i.id)
        || facts_of_settlement(i.id)
        || facts_of_promises(i.id)
        || facts_of_reasons_to_wait(i)
        || facts_of_agency(i.id)
      ORDER BY i.number),
    '[]')
  FROM invoice i
  JOIN receivable r ON r.invoice_id = i.id
  JOIN customer c ON c.id = i.customer_id
  JOIN legal_entity e ON e.id = i.legal_entity_id
  LEFT JOIN held_money_of(invoice_keys, at) m ON m.invoice_id = i.id
  WHERE i.id = ANY (invoice_keys)
$$;

-- Begins the receivable of a new invoice: one open item for each instalment. Instalments that do
-- not add up to what is left to pay are a bug and fail.
--
-- Input:   instalments: [{instalment, dueOn, amount, countsFrom?}]; `countsFrom` is the day it is
--          booked on when the invoice was issued before
CREATE OR REPLACE FUNCTION begin_receivable(ctx jsonb, invoice_row invoice, instalments jsonb)
RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  instalment_total numeric := (
    SELECT sum((part->>'amount')::bigint) FROM jsonb_array_elements(instalments) part);
BEGIN
  IF instalment_total IS DISTINCT FROM invoice_row.total_amount - invoice_row.prepaid_amount THEN
    RAISE EXCEPTION 'the instalments of % do not add up', invoice_row.number;
  END IF;

  INSERT INTO receivable (invoice_id, customer_id, state, next_step, opened_at)
  VALUES (invoice_row.id, invoice_row.customer_id, 'open', 'payment', context_at(ctx));

  INSERT INTO open_item (
    invoice_id, customer_id, kind, instalment, due_on, currency, amount, open_amount, counts_from,
    created_at)
  SELECT
    invoice_row.id,
    invoice_row.customer_id,
    'instalment',
    (part->>'instalment')::int,
    (part->>'dueOn')::date,
    invoice_row.currency,
    (part->>'amount')::bigint,
    (part->>'amount')::bigint,
    coalesce((part->>'countsFrom')::date, invoice_row.issued_on),
    context_at(ctx)
  FROM jsonb_array_elements(instalments) part;
END $$;

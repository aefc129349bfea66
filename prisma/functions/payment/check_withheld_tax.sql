-- Refuses more withheld tax of an invoice than the law lets its payer withhold: all that is proved,
-- together, is at most the rate of the legal entity on the invoice without tax.
--
-- Locks:   none: the caller holds the open items
-- Refuses: WITHHOLDING_ABOVE_RATE
CREATE OR REPLACE FUNCTION check_withheld_tax(invoice_key uuid) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  withheld bigint := (
    SELECT coalesce(sum(a.amount), 0)
    FROM allocation a
    JOIN open_item o ON o.id = a.open_item_id
    JOIN deduction d ON d.id = a.deduction_id
    WHERE o.invoice_id = invoice_key AND a.reversed_at IS NULL
      AND d.reason = 'withholdingTax' AND d.document_reference IS NOT NULL);
  lawful bigint := (
    SELECT ceil(i.net_amount * e.withholding_rate_basis_points / 10000.0)
    FROM invoice i
    JOIN legal_entity e ON e.id = i.legal_entity_id
    WHERE i.id = invoice_key);
BEGIN
  IF withheld > lawful THEN
    PERFORM refuse('WITHHOLDING_ABOVE_RATE',
      format('At most %s of this invoice can have been withheld.', money_text(
        lawful, (SELECT currency FROM invoice WHERE id = invoice_key))),
      'deductions');
  END IF;
END $$;

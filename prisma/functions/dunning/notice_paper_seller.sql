-- Answers who sends a dunning notice, and the bank account to pay to: the legal entity of its
-- first invoice by number as it was when the notice was decided, the telephone of that invoice's
-- store, and the entity's first account on documents in the currency of the notice.
CREATE OR REPLACE FUNCTION notice_paper_seller(notice_row dunning_notice) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT legal_entity_at(entity.id, notice_row.created_at) - 'vatRegistered' || jsonb_build_object(
    'phone', store.phone,
    'bankName', bank_account.bank_name,
    'bankAccount', bank_account.number)
  FROM dunning_notice_item item
  JOIN invoice ON invoice.id = item.invoice_id
  JOIN legal_entity entity ON entity.id = invoice.legal_entity_id
  JOIN store ON store.id = invoice.store_id
  LEFT JOIN bank_account
    ON bank_account.legal_entity_id = entity.id
      AND bank_account.currency = notice_row.currency
      AND bank_account.on_documents
  WHERE item.notice_id = notice_row.id
  ORDER BY invoice.number, bank_account.number
  LIMIT 1
$$;

-- Sets how much one person alone may decide, in the smallest booked unit of the company's currency.
--
-- Input:   wanted: {legalEntityId, creditNoteLimit, customerCreditLimit, stockCountLimit,
--          goodsReceiptLimit,
--          handFedLimits: [{bankAccountId, limit}]}; a limit of null has no bound
-- Locks:   the legal entity, the bank accounts
CREATE OR REPLACE FUNCTION apply_approval_limits(wanted jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE legal_entity
  SET credit_note_limit_amount = (wanted->>'creditNoteLimit')::bigint,
    customer_credit_limit_amount = (wanted->>'customerCreditLimit')::bigint,
    stock_count_limit_amount = (wanted->>'stockCountLimit')::bigint,
    goods_receipt_limit_amount = (wanted->>'goodsReceiptLimit')::bigint
  WHERE id = (wanted->>'legalEntityId')::uuid;
  UPDATE bank_account b
  SET hand_fed_limit_amount = (one->>'limit')::bigint
  FROM jsonb_array_elements(wanted->'handFedLimits') one
  WHERE b.id = (one->>'bankAccountId')::uuid;
END $$;

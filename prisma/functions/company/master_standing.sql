-- What a change of a master is about, as it stands: noted with the request, and compared when a
-- second person agrees. Whoever agrees agrees to a change of what the asker saw.
--
-- Input:   the kind of the change, and what holds after it
-- Answer:  everything that the decision depends on; a part is null where it is not there
-- Locks:   none: the caller holds the changes of masters
-- Refuses: none
CREATE OR REPLACE FUNCTION master_standing(change_kind text, wanted jsonb) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT CASE change_kind
    WHEN 'bank-account' THEN jsonb_build_object(
      'company', (
        SELECT jsonb_build_object('currency', e.currency)
        FROM legal_entity e
        WHERE e.id = (wanted->>'legalEntityId')::uuid),
      'account', (
        SELECT jsonb_build_object('number', b.number, 'name', b.name, 'bankName', b.bank_name,
          'onDocuments', b.on_documents)
        FROM bank_account b
        WHERE b.id = (wanted->>'bankAccountId')::uuid))
    WHEN 'tax-identity' THEN (
      SELECT jsonb_build_object('taxNumber', e.tax_number, 'vatRegistered', e.vat_registered)
      FROM legal_entity e
      WHERE e.id = (wanted->>'legalEntityId')::uuid)
    WHEN 'approval-limits' THEN jsonb_build_object(
      'company', (
        SELECT jsonb_build_object('creditNote', e.credit_note_limit_amount,
          'customerCredit', e.customer_credit_limit_amount,
          'stockCount', e.stock_count_limit_amount,
          'goodsReceipt', e.goods_receipt_limit_amount)
        FROM legal_entity e
        WHERE e.id = (wanted->>'legalEntityId')::uuid),
      'accounts', (
        SELECT jsonb_agg(jsonb_build_object('number', b.number, 'limit', b.hand_fed_limit_amount)
          ORDER BY b.id)
        FROM bank_account b
        JOIN jsonb_array_elements(wanted->'handFedLimits') one
          ON b.id = (one->>'bankAccountId')::uuid))
    WHEN 'credit-limit' THEN (
      SELECT jsonb_build_object('active', c.active, 'mergedInto', c.merged_into_id,
        'currency', c.currency, 'credit', (
          SELECT jsonb_build_object('currency', k.currency, 'limit', k.limit_amount,
            'validUntil', k.valid_until, 'status', k.status)
          FROM customer_credit k
          WHERE k.customer_id = c.id))
      FROM customer c
      WHERE c.id = (wanted->>'customerId')::uuid)
    WHEN 'letter-text' THEN (
      SELECT jsonb_build_object('subject', t.subject, 'opening', t.opening, 'closing', t.closing)
      FROM letter_text t
      WHERE t.segment IS NOT DISTINCT FROM wanted->>'segment'
        AND t.level = (wanted->>'level')::int
        AND t.language = wanted->>'language'
        AND t.channel = wanted->>'channel')
    ELSE standing_of_rules(change_kind, wanted)
  END
$$;

-- What a letter says, for its paper. Input {noticeId}.
CREATE OR REPLACE FUNCTION notice_paper(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('noticeId', n.id, 'businessDay', n.business_day, 'level', n.level, 'currency', n.currency,
    'total', n.total_open_amount::text,
    'customer', jsonb_build_object('customerId', c.id, 'number', c.number, 'name', c.legal_name, 'address', c.address,
      'email', c.email, 'language', c.language),
    'seller', (SELECT jsonb_build_object('name', e.legal_name, 'address', e.address, 'taxNumber', e.tax_number,
        'phone', s.phone, 'bankName', b.bank_name, 'bankAccount', b.number)
      FROM dunning_notice_item x JOIN invoice i ON i.id = x.invoice_id JOIN legal_entity e ON e.id = i.legal_entity_id
      JOIN store s ON s.id = i.store_id
      LEFT JOIN bank_account b ON b.legal_entity_id = e.id AND b.currency = n.currency
      WHERE x.notice_id = n.id ORDER BY i.number, b.number LIMIT 1),
    'template', (SELECT l->>'template' FROM jsonb_array_elements(dunning_policy_of(c.segment, n.currency)->'levels') l
      WHERE (l->>'level')::int = n.level),
    'lines', (SELECT jsonb_agg(jsonb_build_object('invoiceId', i.id, 'number', i.number, 'paymentReference', i.payment_reference,
        'issuedOn', i.issued_on, 'level', x.level, 'openAmount', x.open_amount::text,
        'feeAmount', notice_fee(c.segment, n.currency, x.level)::text,
        'dueOn', (SELECT min(o.due_on) FROM open_item o WHERE o.invoice_id = i.id AND o.due_on < n.business_day
          AND (o.open_amount > 0 OR n.state <> 'preparing'))) ORDER BY i.number)
      FROM dunning_notice_item x JOIN invoice i ON i.id = x.invoice_id WHERE x.notice_id = n.id))
  FROM dunning_notice n JOIN customer c ON c.id = n.customer_id WHERE n.id = (input->>'noticeId')::uuid
$$;

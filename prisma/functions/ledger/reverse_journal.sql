-- Posts the mirror image of the entries of a document. Input {documentKind, documentId, businessDate}.
CREATE OR REPLACE FUNCTION reverse_journal(ctx jsonb, input jsonb) RETURNS void LANGUAGE sql AS $$
  SELECT post_journal(ctx, jsonb_build_object('legalEntityId', e.legal_entity_id, 'businessDate', input->>'businessDate',
      'kind', e.kind || '-reversal', 'documentKind', e.document_kind, 'documentId', e.document_id,
      'description', e.description, 'currency', min(l.currency)),
    jsonb_agg(jsonb_build_object('account', l.account_code, 'amount', -l.amount, 'storeId', l.store_id, 'customerId', l.customer_id)
      ORDER BY l.line_number))
  FROM journal_entry e JOIN journal_line l ON l.entry_id = e.id
  WHERE e.document_kind = input->>'documentKind' AND e.document_id = (input->>'documentId')::uuid
    AND e.kind NOT LIKE '%-reversal'
  GROUP BY e.id
$$;

-- Posts the reversal of each entry of a document. An entry that was reversed before is left alone.
--
-- Input:   {documentKind, documentId, businessDate}, the last being the day of the reversal
-- Key:     as post_journal, whose kind is that of the entry with `-reversal` behind it
CREATE OR REPLACE FUNCTION reverse_journal(ctx jsonb, input jsonb) RETURNS void
LANGUAGE sql AS $$
  SELECT post_journal(
    ctx,
    jsonb_build_object(
      'legalEntityId', entry.legal_entity_id,
      'businessDate', input->>'businessDate',
      'kind', entry.kind || '-reversal',
      'documentKind', entry.document_kind,
      'documentId', entry.document_id,
      'description', entry.description,
      'currency', min(line.currency)),
    jsonb_agg(
      jsonb_build_object(
        'account', line.account_code,
        'amount', -line.amount,
        'storeId', line.store_id,
        'customerId', line.customer_id)
      ORDER BY line.line_number))
  FROM journal_entry entry
  JOIN journal_line line ON line.entry_id = entry.id
  WHERE entry.document_kind = input->>'documentKind'
    AND entry.document_id = (input->>'documentId')::uuid
    AND entry.kind NOT LIKE '%-reversal'
  GROUP BY entry.id
$$;

CREATE OR REPLACE FUNCTION notice_on_hand(letter dunning_notice) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('noticeId', letter.id, 'businessDay', letter.business_day, 'level', letter.level,
    'mailState', (SELECT m.state FROM mail_message m WHERE m.notice_id = letter.id),
    'lines', (SELECT coalesce(jsonb_agg(jsonb_build_object('invoiceId', x.invoice_id, 'level', x.level,
      'openAmount', x.open_amount::text)), '[]') FROM dunning_notice_item x WHERE x.notice_id = letter.id))
$$;

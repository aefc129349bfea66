-- Answers a dunning notice that is being prepared, with its lines and the state of its mail, as
-- activities/dunning/send-notice.ts reads it.
--
-- Answer:  `mailState` is null before its mail was made
CREATE OR REPLACE FUNCTION notice_in_preparation(notice_row dunning_notice) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'noticeId', notice_row.id,
    'businessDay', notice_row.business_day,
    'level', notice_row.level,
    'mailState', (SELECT mail.state FROM mail_message mail WHERE mail.notice_id = notice_row.id),
    'lines', (
      SELECT coalesce(
        jsonb_agg(jsonb_build_object(
          'invoiceId', item.invoice_id,
          'level', item.level,
          'openAmount', item.open_amount::text,
          'heldAmount', item.held_amount::text,
          'asideAmount', item.aside_amount::text,
          'payBy', item.pay_by,
          'follows', item.follows,
          'remindedOn', item.reminded_on)),
        '[]')
      FROM dunning_notice_item item
      WHERE item.notice_id = notice_row.id))
$$;

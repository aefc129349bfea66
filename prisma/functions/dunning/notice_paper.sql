-- Answers the content of a dunning notice's document in a language.
--
-- Input:   noticePaper in prisma/commands/dunning.ts
-- Answer:  amounts are text in the smallest booked unit; null when there is no such notice
-- Locks:   none
-- Refuses: none
-- Key:     changes nothing
CREATE OR REPLACE FUNCTION notice_paper(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object(
    'noticeId', notice.id,
    'language', input->>'language',
    'businessDay', notice.business_day,
    'level', notice.level,
    'currency', notice.currency,
    'total', notice.total_open_amount::text,
    'customer', jsonb_build_object(
      'customerId', customer.id,
      'number', customer.number,
      'name', customer.legal_name,
      'address', customer.address),
    'seller', notice_paper_seller(notice),
    'lines', notice_paper_lines(notice, customer.segment),
    'words', notice_words(notice, customer.segment, input->>'language'))
  FROM dunning_notice notice
  JOIN customer ON customer.id = notice.customer_id
  WHERE notice.id = (input->>'noticeId')::uuid
$$;

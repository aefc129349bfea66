-- What one person alone may credit ends at a limit; above it a second person decides, as with write-offs.

-- In the currency of the legal entity. Of an invoice in another currency nothing is credited by one person alone.
ALTER TABLE legal_entity ADD COLUMN credit_note_limit_amount BIGINT NOT NULL DEFAULT 0;
ALTER TABLE legal_entity ADD CONSTRAINT legal_entity_credit_note_limit CHECK (credit_note_limit_amount >= 0);

CREATE TABLE credit_note_request (
  id UUID NOT NULL DEFAULT uuid_v7(),
  invoice_id UUID NOT NULL,
  dispute_id UUID,
  amount BIGINT NOT NULL,
  currency CHAR(3) NOT NULL,
  reason TEXT NOT NULL,
  state TEXT NOT NULL,
  requested_by TEXT NOT NULL,
  requested_at TIMESTAMPTZ(6) NOT NULL,
  decided_by TEXT,
  decided_at TIMESTAMPTZ(6),
  CONSTRAINT credit_note_request_pkey PRIMARY KEY (id),
  CONSTRAINT credit_note_request_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoice (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT credit_note_request_dispute_id_fkey FOREIGN KEY (dispute_id) REFERENCES dispute (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT credit_note_request_state CHECK (state IN ('requested', 'approved', 'rejected')),
  CONSTRAINT credit_note_request_amount CHECK (amount > 0),
  CONSTRAINT credit_note_request_second_person CHECK (num_nonnulls(decided_by, decided_at) = CASE state WHEN 'requested' THEN 0 ELSE 2 END),
  CONSTRAINT credit_note_request_four_eyes CHECK (state <> 'approved' OR decided_by <> requested_by)
);
CREATE INDEX credit_note_request_invoice_id_idx ON credit_note_request (invoice_id);
-- One request at a time waits for its second person.
CREATE UNIQUE INDEX credit_note_request_one_requested ON credit_note_request (invoice_id) WHERE state = 'requested';
CREATE TRIGGER credit_note_request_audit AFTER INSERT OR UPDATE OR DELETE ON credit_note_request
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

ALTER TABLE credit_note ADD COLUMN issued_by TEXT, ADD COLUMN request_id UUID;
ALTER TABLE credit_note ADD CONSTRAINT credit_note_request_id_fkey FOREIGN KEY (request_id)
  REFERENCES credit_note_request (id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE UNIQUE INDEX credit_note_request_id_key ON credit_note (request_id);

-- What is asked for stays what was asked for, and a decision stays.
CREATE FUNCTION guard_credit_note_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.state <> 'requested' THEN
    RAISE EXCEPTION 'a credit note is asked for before it is decided on';
  ELSIF TG_OP = 'UPDATE' AND (OLD.state <> 'requested'
      OR (NEW.invoice_id, NEW.amount, NEW.currency, NEW.reason, NEW.requested_by, NEW.requested_at)
        <> (OLD.invoice_id, OLD.amount, OLD.currency, OLD.reason, OLD.requested_by, OLD.requested_at)
      OR NEW.dispute_id IS DISTINCT FROM OLD.dispute_id) THEN
    RAISE EXCEPTION 'a request for a credit note is decided once, as it was asked';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER credit_note_request_stays BEFORE INSERT OR UPDATE ON credit_note_request
  FOR EACH ROW EXECUTE FUNCTION guard_credit_note_request();

-- How much of an invoice one person alone may credit, and how much of that is used: several small credit notes are one.
CREATE FUNCTION credit_note_allowance(invoice_key uuid, OUT limit_amount bigint, OUT used_amount bigint) LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN e.currency = i.currency THEN e.credit_note_limit_amount ELSE 0 END,
    coalesce((SELECT sum(c.total_amount) FROM credit_note c WHERE c.invoice_id = i.id AND c.request_id IS NULL), 0)::bigint
  FROM invoice i JOIN legal_entity e ON e.id = i.legal_entity_id WHERE i.id = invoice_key
$$;

-- The last line, whatever the code above does. Refuses: SECOND_PERSON_REQUIRED.
CREATE FUNCTION guard_credit_note() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE allowance record;
BEGIN
  IF NEW.request_id IS NULL THEN
    SELECT * INTO allowance FROM credit_note_allowance(NEW.invoice_id);
    IF allowance.used_amount + NEW.total_amount > allowance.limit_amount THEN
      PERFORM refuse('SECOND_PERSON_REQUIRED', format('One person may credit %s of this invoice; %s is used.',
        allowance.limit_amount, allowance.used_amount), 'amount');
    END IF;
  ELSIF NOT EXISTS (SELECT 1 FROM credit_note_request r WHERE r.id = NEW.request_id AND r.state = 'approved'
      AND (r.invoice_id, r.amount, r.currency) = (NEW.invoice_id, NEW.total_amount, NEW.currency)) THEN
    RAISE EXCEPTION 'a credit note is not what was approved';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER credit_note_by_two BEFORE INSERT ON credit_note FOR EACH ROW EXECUTE FUNCTION guard_credit_note();

-- What is left to credit of an invoice whose items are locked. A fee was no sale and bore no tax: it is written off, not credited.
CREATE FUNCTION creditable_amount(invoice_key uuid) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(open_amount), 0)::bigint FROM open_item WHERE invoice_id = invoice_key AND kind <> 'fee'
$$;

-- Refuses what cannot be credited: CREDIT_EXCEEDS_OPEN, DISPUTE_NOT_FOUND, DISPUTE_RESOLVED.
CREATE FUNCTION check_credit_note(input jsonb, wanted bigint, due bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE argued dispute%ROWTYPE;
BEGIN
  IF wanted <= 0 OR wanted > due THEN
    PERFORM refuse('CREDIT_EXCEEDS_OPEN', format('%s is open, %s was to be credited.', due, wanted), 'amount');
  END IF;
  IF input->>'disputeId' IS NULL THEN RETURN; END IF;
  SELECT * INTO argued FROM dispute WHERE id = (input->>'disputeId')::uuid AND invoice_id = (input->>'invoiceId')::uuid;
  IF NOT FOUND THEN PERFORM refuse('DISPUTE_NOT_FOUND', 'The invoice has no such dispute.', 'dispute'); END IF;
  IF argued.state <> 'open' THEN PERFORM refuse('DISPUTE_RESOLVED', 'The dispute was settled before.', 'disputeId'); END IF;
END $$;

-- Asks for a credit note that one person alone may not issue. Input {invoiceId, amount, reason, disputeId?}. Nothing is
-- booked and no number is taken. Answers {creditNoteRequestId}. Refuses: INVOICE_NOT_FOUND, CREDIT_EXCEEDS_OPEN,
-- DISPUTE_NOT_FOUND, DISPUTE_RESOLVED, CREDIT_NOTE_WAITING.
CREATE FUNCTION request_credit_note(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  invoice_key uuid := (input->>'invoiceId')::uuid;
  key uuid := uuid_v7();
BEGIN
  PERFORM enter_context(ctx);
  PERFORM lock_open_items(invoice_key);
  PERFORM check_credit_note(input, (input->>'amount')::bigint, creditable_amount(invoice_key));
  IF EXISTS (SELECT 1 FROM credit_note_request WHERE invoice_id = invoice_key AND state = 'requested') THEN
    PERFORM refuse('CREDIT_NOTE_WAITING', 'Another request for this invoice waits for its second person.', 'invoiceId');
  END IF;
  INSERT INTO credit_note_request (id, invoice_id, dispute_id, amount, currency, reason, state, requested_by, requested_at)
  SELECT key, i.id, (input->>'disputeId')::uuid, (input->>'amount')::bigint, i.currency, input->>'reason', 'requested',
    ctx#>>'{actor,id}', context_at(ctx) FROM invoice i WHERE i.id = invoice_key;
  PERFORM open_work_item(ctx, jsonb_build_object('kind', 'credit-note', 'subjectKind', 'credit-note-request', 'subjectId', key,
      'saleId', i.sale_id, 'storeId', i.store_id, 'customerId', i.customer_id, 'amount', input->>'amount',
      'currency', i.currency, 'detail', jsonb_build_object('invoice', i.number, 'reason', input->>'reason',
        'requestedBy', ctx#>>'{actor,name}')))
  FROM invoice i WHERE i.id = invoice_key;
  PERFORM note_receivable(ctx, invoice_key, 'credit-note-requested', jsonb_build_object('kind', 'credit-note-request', 'id', key,
    'amount', input->>'amount', 'detail', jsonb_build_object('reason', input->>'reason')));
  RETURN jsonb_build_object('creditNoteRequestId', key);
END $$;

-- A second person agrees or not. Input {creditNoteRequestId, decision: 'approved' | 'rejected', and when approved
-- netAmount, taxAmount, issuedOn, journal as issue_credit_note}. Answers {creditNoteId} (null when rejected).
-- Refuses: CREDIT_NOTE_REQUEST_NOT_FOUND, CREDIT_NOTE_DECIDED, SECOND_PERSON_REQUIRED and what issue_credit_note refuses.
CREATE FUNCTION decide_credit_note(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  asked credit_note_request%ROWTYPE;
  issued jsonb := '{}';
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO asked FROM credit_note_request WHERE id = (input->>'creditNoteRequestId')::uuid;
  IF NOT FOUND THEN
    PERFORM refuse('CREDIT_NOTE_REQUEST_NOT_FOUND', 'There is no such request.', 'creditNoteRequestId');
  END IF;
  PERFORM lock_open_items(asked.invoice_id);
  SELECT * INTO asked FROM credit_note_request WHERE id = asked.id FOR UPDATE;
  IF asked.state <> 'requested' THEN
    PERFORM refuse('CREDIT_NOTE_DECIDED', format('The request was %s before.', asked.state), 'creditNoteRequestId');
  END IF;
  IF input->>'decision' = 'approved' AND ctx#>>'{actor,id}' = asked.requested_by THEN
    PERFORM refuse('SECOND_PERSON_REQUIRED', 'Who asked for a credit note cannot be the one who approves it.', 'creditNoteRequestId');
  END IF;
  UPDATE credit_note_request SET state = input->>'decision', decided_by = ctx#>>'{actor,id}', decided_at = context_at(ctx)
  WHERE id = asked.id;
  PERFORM end_work_item(ctx, 'credit-note', asked.id::text);
  IF input->>'decision' = 'approved' THEN
    issued := issue_credit_note(ctx, input || jsonb_build_object('invoiceId', asked.invoice_id, 'reason', asked.reason,
      'disputeId', asked.dispute_id, 'requestId', asked.id));
  ELSE
    PERFORM note_receivable(ctx, asked.invoice_id, 'credit-note-rejected', jsonb_build_object('kind', 'credit-note-request',
      'id', asked.id, 'amount', asked.amount));
  END IF;
  RETURN jsonb_build_object('creditNoteId', issued->'creditNoteId');
END $$;

-- Credits part of an invoice: a document of its own, with a gapless number and a check digit, never above what is open.
-- Input {invoiceId, netAmount, taxAmount, reason, issuedOn, disputeId?, requestId?, journal}; `journal` comes from domain/ledger,
-- `requestId` is of a request that was approved, and needed above what one person alone may credit. What is oldest is settled first. A dispute that is named is settled for the customer. Answers {creditNoteId, number, allocationIds}.
-- Refuses: INVOICE_NOT_FOUND, CREDIT_EXCEEDS_OPEN, DISPUTE_NOT_FOUND, DISPUTE_RESOLVED, SECOND_PERSON_REQUIRED.
CREATE OR REPLACE FUNCTION issue_credit_note(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  billed invoice%ROWTYPE;
  item record;
  wanted bigint := (input->>'netAmount')::bigint + (input->>'taxAmount')::bigint;
  rest bigint := wanted;
  items jsonb := '[]';
  series record;
  key uuid := uuid_v7();
  note_number text;
  settled uuid[];
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO billed FROM invoice WHERE id = (input->>'invoiceId')::uuid;
  IF NOT FOUND THEN PERFORM refuse('INVOICE_NOT_FOUND', 'There is no such invoice.', 'invoiceId'); END IF;
  PERFORM 1 FROM open_item WHERE invoice_id = billed.id ORDER BY id FOR UPDATE;
  PERFORM check_credit_note(input, wanted, creditable_amount(billed.id));
  FOR item IN SELECT id, least(open_amount, rest) AS amount, open_amount FROM open_item
    WHERE invoice_id = billed.id AND open_amount > 0 AND kind <> 'fee' ORDER BY due_on, instalment, id
  LOOP
    EXIT WHEN rest = 0;
    items := items || jsonb_build_object('openItemId', item.id, 'amount', least(item.open_amount, rest));
    rest := rest - least(item.open_amount, rest);
  END LOOP;
  -- What settling will lock, before the series: its lock is the last of every command.
  PERFORM 1 FROM placement WHERE invoice_id = billed.id AND closed_at IS NULL FOR UPDATE;
  PERFORM 1 FROM receivable WHERE invoice_id = billed.id FOR UPDATE;
  PERFORM 1 FROM dispute WHERE id = (input->>'disputeId')::uuid FOR UPDATE;

  SELECT * INTO series FROM take_number(billed.legal_entity_id, 'credit-note', (input->>'issuedOn')::date);
  note_number := document_number(series.prefix, series.number);
  INSERT INTO credit_note (id, series_id, series_number, number, invoice_id, dispute_id, reason, issued_on, issued_at, currency,
    net_amount, tax_amount, total_amount, issued_by, request_id)
  VALUES (key, series.series_id, series.number, note_number, billed.id, (input->>'disputeId')::uuid, input->>'reason',
    (input->>'issuedOn')::date, context_at(ctx), billed.currency, (input->>'netAmount')::bigint, (input->>'taxAmount')::bigint, wanted,
    ctx#>>'{actor,id}', (input->>'requestId')::uuid);
  settled := settle_open_items(ctx, jsonb_build_object('kind', 'credit-note', 'creditNoteId', key, 'bookedOn', input->>'issuedOn',
    'evidence', jsonb_build_object('reason', input->>'reason'), 'items', items), billed.currency);
  PERFORM post_journal(ctx, jsonb_build_object('legalEntityId', billed.legal_entity_id, 'businessDate', input->>'issuedOn',
    'kind', 'credit-note', 'documentKind', 'credit-note', 'documentId', key, 'description', note_number, 'currency', billed.currency),
    input->'journal');
  PERFORM record_event(ctx, billed.sale_id, 'credited', jsonb_build_object('kind', 'credit-note', 'id', key, 'number', note_number,
    'amount', wanted, 'currency', billed.currency, 'workflowId', 'receivable:' || billed.id));
  IF input->>'disputeId' IS NOT NULL THEN
    PERFORM resolve_dispute(ctx, jsonb_build_object('disputeId', input->>'disputeId', 'resolution', 'for-customer', 'creditNoteId', key));
  END IF;
  RETURN jsonb_build_object('creditNoteId', key, 'number', note_number, 'allocationIds', to_jsonb(settled));
END $$;

GRANT SELECT, INSERT, UPDATE ON credit_note_request TO lunas_app;
REVOKE EXECUTE ON FUNCTION guard_credit_note_request(), credit_note_allowance(uuid), guard_credit_note(), creditable_amount(uuid),
  check_credit_note(jsonb, bigint, bigint), request_credit_note(jsonb, jsonb), decide_credit_note(jsonb, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard_credit_note_request(), credit_note_allowance(uuid), guard_credit_note(), creditable_amount(uuid),
  check_credit_note(jsonb, bigint, bigint), request_credit_note(jsonb, jsonb), decide_credit_note(jsonb, jsonb) TO lunas_app;

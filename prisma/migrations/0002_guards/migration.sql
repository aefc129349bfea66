-- The last line of defence: what must never be, whatever the code above does.

-- ------------------------------------------------------------------ values that cannot be

ALTER TABLE business_clock
  ADD CONSTRAINT business_clock_single CHECK (id = 1),
  ADD CONSTRAINT business_clock_forward CHECK (speed > 0);

ALTER TABLE app_user ADD CONSTRAINT app_user_role CHECK (role IN
  ('cashier', 'storeManager', 'arClerk', 'arManager', 'creditController', 'auditor', 'admin'));
ALTER TABLE api_key
  ADD CONSTRAINT api_key_role CHECK (role IN ('cashier', 'storeManager', 'arClerk', 'arManager',
    'creditController', 'auditor', 'admin', 'terminal', 'partner', 'integration')),
  ADD CONSTRAINT api_key_bound CHECK (
    (role = 'terminal') = (terminal_id IS NOT NULL) AND (role = 'partner') = (agency_id IS NOT NULL));

ALTER TABLE stock_level
  ADD CONSTRAINT stock_level_not_oversold CHECK (reserved_milli >= 0 AND on_hand_milli >= reserved_milli),
  ADD CONSTRAINT stock_level_value CHECK (value_amount >= 0 AND (on_hand_milli > 0 OR value_amount = 0));
ALTER TABLE stock_movement
  ADD CONSTRAINT stock_movement_kind CHECK (kind IN
    ('opening', 'receipt', 'issue', 'return', 'adjustment', 'transfer')),
  ADD CONSTRAINT stock_movement_moves CHECK (quantity_milli <> 0 AND sign(quantity_milli) * value_amount >= 0);
ALTER TABLE stock_reservation
  ADD CONSTRAINT stock_reservation_state CHECK (state IN ('live', 'issued', 'released')),
  ADD CONSTRAINT stock_reservation_quantity CHECK (quantity_milli > 0);

ALTER TABLE item ADD CONSTRAINT item_step CHECK (quantity_step_milli > 0);
ALTER TABLE price ADD CONSTRAINT price_not_negative CHECK (unit_amount >= 0);

ALTER TABLE sale
  ADD CONSTRAINT sale_mode CHECK (mode IN ('online', 'completed')),
  ADD CONSTRAINT sale_delivery CHECK (delivery IN ('carried', 'later')),
  ADD CONSTRAINT sale_total CHECK (total_amount = tax_base_amount + tax_amount AND rounding_amount >= 0),
  ADD CONSTRAINT sale_on_account CHECK (on_account_amount BETWEEN 0 AND total_amount - rounding_amount),
  ADD CONSTRAINT sale_on_account_customer CHECK (on_account_amount = 0 OR customer_id IS NOT NULL);
ALTER TABLE sale_line
  ADD CONSTRAINT sale_line_quantity CHECK (quantity_milli > 0),
  ADD CONSTRAINT sale_line_net CHECK (net_amount = gross_amount - discount_amount AND net_amount >= 0);
ALTER TABLE sale_tender
  ADD CONSTRAINT sale_tender_type CHECK (type IN ('cash', 'card', 'qris', 'voucher', 'storeCredit', 'onAccount')),
  ADD CONSTRAINT sale_tender_amount CHECK (amount > 0 AND tendered_amount = amount + change_amount AND change_amount >= 0);
ALTER TABLE sale_lifecycle
  ADD CONSTRAINT sale_lifecycle_stage CHECK (stage IN
    ('captured', 'delivering', 'invoicing', 'collecting', 'placed', 'closed')),
  ADD CONSTRAINT sale_lifecycle_delivery CHECK (delivery_state IN ('delivered', 'pending', 'expired')),
  ADD CONSTRAINT sale_lifecycle_closed CHECK ((stage = 'closed') = (closed_at IS NOT NULL)
    AND (closed_at IS NULL) = (outcome IS NULL)),
  ADD CONSTRAINT sale_lifecycle_outcome CHECK (outcome IN ('paid', 'cancelled', 'credited', 'written-off'));
ALTER TABLE sale_return ADD CONSTRAINT sale_return_kind CHECK (kind IN ('return', 'void'));
ALTER TABLE sale_return_line ADD CONSTRAINT sale_return_line_quantity CHECK (quantity_milli > 0);
ALTER TABLE print_job
  ADD CONSTRAINT print_job_kind CHECK (kind IN ('RECEIPT', 'REPRINT', 'X', 'Z')),
  ADD CONSTRAINT print_job_state CHECK (state IN
    ('QUEUED', 'PREFLIGHT', 'SENDING', 'PRINTED', 'SENT_UNCONFIRMED', 'NOT_SENT', 'UNKNOWN', 'FAILED')),
  ADD CONSTRAINT print_job_copy CHECK ((kind = 'RECEIPT') = (copy_number = 0));

ALTER TABLE number_series ADD CONSTRAINT number_series_kind CHECK (kind IN ('invoice', 'credit-note'));
ALTER TABLE invoice
  ADD CONSTRAINT invoice_total CHECK (total_amount = net_amount + tax_amount),
  ADD CONSTRAINT invoice_prepaid CHECK (prepaid_amount BETWEEN 0 AND total_amount);
ALTER TABLE receivable
  ADD CONSTRAINT receivable_state CHECK (state IN ('open', 'placed', 'closed')),
  ADD CONSTRAINT receivable_closed CHECK ((state = 'closed') = (closed_at IS NOT NULL)
    AND (closed_at IS NULL) = (outcome IS NULL)),
  ADD CONSTRAINT receivable_outcome CHECK (outcome IN ('paid', 'credited', 'written-off')),
  ADD CONSTRAINT receivable_level CHECK (dunning_level >= 0);
ALTER TABLE open_item
  ADD CONSTRAINT open_item_kind CHECK (kind IN ('instalment', 'fee', 'opening')),
  ADD CONSTRAINT open_item_open CHECK (amount > 0 AND open_amount BETWEEN 0 AND amount);
ALTER TABLE credit_note
  ADD CONSTRAINT credit_note_total CHECK (total_amount = net_amount + tax_amount AND total_amount > 0);
ALTER TABLE write_off
  ADD CONSTRAINT write_off_state CHECK (state IN ('requested', 'approved', 'rejected')),
  ADD CONSTRAINT write_off_amount CHECK (amount > 0),
  ADD CONSTRAINT write_off_second_person CHECK (state = 'requested' OR decided_by IS NOT NULL),
  ADD CONSTRAINT write_off_four_eyes CHECK (state <> 'approved' OR decided_by <> requested_by);
ALTER TABLE allocation
  ADD CONSTRAINT allocation_kind CHECK (kind IN ('payment', 'credit-note', 'write-off', 'deduction')),
  ADD CONSTRAINT allocation_amount CHECK (amount > 0),
  ADD CONSTRAINT allocation_one_source CHECK (
    num_nonnulls(payment_id, credit_note_id, write_off_id, deduction_id) = 1
    AND (kind = 'payment') = (payment_id IS NOT NULL)
    AND (kind = 'credit-note') = (credit_note_id IS NOT NULL)
    AND (kind = 'write-off') = (write_off_id IS NOT NULL)
    AND (kind = 'deduction') = (deduction_id IS NOT NULL)),
  ADD CONSTRAINT allocation_reversal CHECK (num_nonnulls(reversed_at, reversed_on, reversed_by) IN (0, 3));
ALTER TABLE deduction ADD CONSTRAINT deduction_amount CHECK (amount > 0);

ALTER TABLE bank_statement ADD CONSTRAINT bank_statement_state CHECK (state IN
  ('received', 'read', 'booked', 'refused'));
ALTER TABLE bank_statement_line ADD CONSTRAINT bank_statement_line_moves CHECK (amount <> 0);
ALTER TABLE payment
  ADD CONSTRAINT payment_state CHECK (state IN ('unapplied', 'suggested', 'held', 'applied', 'reversed')),
  ADD CONSTRAINT payment_amount CHECK (amount > 0 AND unapplied_amount BETWEEN 0 AND amount),
  ADD CONSTRAINT payment_applied CHECK (state <> 'applied' OR unapplied_amount = 0);

ALTER TABLE dunning_policy_level ADD CONSTRAINT dunning_policy_level_order CHECK (level > 0 AND days_past_due > 0);
ALTER TABLE dunning_notice ADD CONSTRAINT dunning_notice_state CHECK (state IN
  ('preparing', 'sent', 'failed', 'suppressed'));
ALTER TABLE dunning_hold ADD CONSTRAINT dunning_hold_one_target CHECK (num_nonnulls(invoice_id, customer_id) = 1);
ALTER TABLE promise_to_pay
  ADD CONSTRAINT promise_to_pay_state CHECK (state IN ('open', 'kept', 'broken', 'withdrawn')),
  ADD CONSTRAINT promise_to_pay_amount CHECK (amount > 0 AND promised_for >= promised_on);
ALTER TABLE dispute
  ADD CONSTRAINT dispute_state CHECK (state IN ('open', 'resolved')),
  ADD CONSTRAINT dispute_resolution CHECK (resolution IN ('for-customer', 'for-seller')
    AND (state = 'open') = (resolution IS NULL) OR resolution IS NULL AND state = 'open');

ALTER TABLE placement
  ADD CONSTRAINT placement_state CHECK (state IN
    ('created', 'submitted', 'acknowledged', 'rejected', 'recalled', 'closed')),
  ADD CONSTRAINT placement_balance CHECK (placed_amount = collected_amount + paid_direct_amount
    + adjusted_amount + recalled_amount + written_off_amount + outstanding_amount),
  ADD CONSTRAINT placement_parts CHECK (placed_amount > 0 AND collected_amount >= 0
    AND paid_direct_amount >= 0 AND recalled_amount >= 0 AND written_off_amount >= 0
    AND outstanding_amount >= 0),
  ADD CONSTRAINT placement_closed CHECK (closed_at IS NULL OR outstanding_amount = 0);
CREATE UNIQUE INDEX placement_one_open ON placement (invoice_id) WHERE closed_at IS NULL;
ALTER TABLE remittance ADD CONSTRAINT remittance_foots CHECK (
  gross_amount = commission_amount + tax_on_commission_amount + net_amount AND gross_amount > 0);

ALTER TABLE account ADD CONSTRAINT account_kind CHECK (kind IN
  ('asset', 'liability', 'equity', 'revenue', 'expense'));
ALTER TABLE accounting_period
  ADD CONSTRAINT accounting_period_state CHECK (state IN ('open', 'closed')),
  ADD CONSTRAINT accounting_period_days CHECK (ends_on >= starts_on),
  ADD CONSTRAINT accounting_period_no_overlap
    EXCLUDE USING gist (legal_entity_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&);
ALTER TABLE journal_line ADD CONSTRAINT journal_line_moves CHECK (amount <> 0);
ALTER TABLE work_item ADD CONSTRAINT work_item_state CHECK (state IN ('open', 'done'));

-- ------------------------------------------------------------------ indexes on what is still open

-- A line of a later file that is known already is kept, and shown as the duplicate it is.
CREATE UNIQUE INDEX bank_statement_line_once ON bank_statement_line (bank_account_id, fingerprint)
  WHERE outcome <> 'duplicate';
CREATE INDEX open_item_open ON open_item (customer_id, due_on) WHERE open_amount > 0;
CREATE INDEX open_item_due ON open_item (due_on) WHERE open_amount > 0;
CREATE INDEX stock_reservation_live ON stock_reservation (location_id, item_id) WHERE state = 'live';
CREATE INDEX workflow_start_waiting ON workflow_start (attempts, id) WHERE started_at IS NULL;
CREATE INDEX poke_waiting ON poke (id) WHERE sent_at IS NULL;
CREATE INDEX sale_lifecycle_open ON sale_lifecycle (since) WHERE closed_at IS NULL;
CREATE INDEX print_job_waiting ON print_job (printer_id, created_at) WHERE ended_at IS NULL;
CREATE INDEX allocation_live ON allocation (open_item_id) WHERE reversed_at IS NULL;
CREATE INDEX dunning_hold_live ON dunning_hold (customer_id, invoice_id) WHERE released_at IS NULL;
CREATE INDEX webhook_delivery_waiting ON webhook_delivery (placement_id) WHERE delivered_at IS NULL;

-- ------------------------------------------------------------------ what is written stays written

CREATE FUNCTION forbid_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is immutable: corrections are new documents', TG_TABLE_NAME;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['sale', 'sale_line', 'sale_tender', 'sale_return', 'sale_return_line', 'receipt',
    'lifecycle_event', 'invoice', 'invoice_line', 'credit_note', 'stock_movement', 'journal_entry',
    'journal_line', 'placement_item', 'placement_event', 'remittance_line', 'dunning_notice_item',
    'cash_movement', 'cash_count', 'z_report', 'audit_row', 'audit_seal']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION forbid_change()',
      t || '_immutable', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION forbid_change()',
      t || '_not_truncated', t);
  END LOOP;
END $$;

-- ------------------------------------------------------------------ who did what

-- Appends to the audit trail. SECURITY DEFINER: the processes have no right to write the trail themselves.
CREATE FUNCTION write_audit(action text, table_name text, row_id text, before jsonb, after jsonb)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ctx jsonb := nullif(current_setting('lunas.context', true), '')::jsonb;
BEGIN
  IF ctx IS NULL THEN
    RAISE EXCEPTION 'a change of % without a command context', table_name;
  END IF;
  INSERT INTO audit_row (at, actor_kind, actor_id, actor_name, origin, request_id,
    action, table_name, row_id, before, after)
  VALUES (context_at(ctx), ctx#>>'{actor,kind}', ctx#>>'{actor,id}', ctx#>>'{actor,name}',
    ctx->>'origin', ctx->>'requestId', action, table_name, row_id, before, after);
END $$;

-- Writes what changed: the whole row when it is new, afterwards only the columns that differ.
-- The trigger's argument names the key column(s), joined by '/'.
CREATE FUNCTION audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  old_row jsonb := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE to_jsonb(OLD) END;
  new_row jsonb := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE to_jsonb(NEW) END;
  key text;
BEGIN
  SELECT string_agg(coalesce(new_row, old_row)->>k, '/' ORDER BY n) INTO key
  FROM unnest(TG_ARGV) WITH ORDINALITY AS keys(k, n);
  IF TG_OP = 'UPDATE' THEN
    SELECT jsonb_object_agg(o.key, o.value), jsonb_object_agg(o.key, new_row->o.key) INTO old_row, new_row
    FROM jsonb_each(old_row) o WHERE o.value IS DISTINCT FROM new_row->o.key;
    IF old_row IS NULL THEN RETURN NULL; END IF;
  END IF;
  PERFORM write_audit(lower(TG_OP), TG_TABLE_NAME, key,
    old_row - ARRAY['content', 'password_hash', 'secret_hash', 'webhook_secret_cipher'],
    new_row - ARRAY['content', 'password_hash', 'secret_hash', 'webhook_secret_cipher']);
  RETURN NULL;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['organisation', 'legal_entity', 'store', 'stock_location', 'printer', 'app_user', 'api_key',
    'agency', 'bank_account', 'dunning_policy', 'accounting_period', 'tax_rule', 'customer', 'customer_contact',
    'customer_alias', 'virtual_account', 'item', 'sale_return', 'shift', 'cash_movement', 'open_item',
    'credit_note', 'write_off', 'allocation', 'deduction', 'bank_statement', 'payment', 'dunning_notice',
    'dunning_hold', 'promise_to_pay', 'dispute', 'placement', 'placement_event', 'remittance', 'work_item',
    'webhook_delivery', 'mail_message', 'invoice']
  LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION audit_change(''id'')',
      t || '_audit', t);
  END LOOP;
END $$;
CREATE TRIGGER customer_credit_audit AFTER INSERT OR UPDATE OR DELETE ON customer_credit
  FOR EACH ROW EXECUTE FUNCTION audit_change('customer_id');
CREATE TRIGGER receivable_audit AFTER INSERT OR UPDATE OR DELETE ON receivable
  FOR EACH ROW EXECUTE FUNCTION audit_change('invoice_id');
CREATE TRIGGER dunning_policy_level_audit AFTER INSERT OR UPDATE OR DELETE ON dunning_policy_level
  FOR EACH ROW EXECUTE FUNCTION audit_change('policy_id', 'level');
CREATE TRIGGER price_audit AFTER INSERT OR UPDATE OR DELETE ON price FOR EACH ROW EXECUTE FUNCTION audit_change('id');
CREATE TRIGGER catalogue_version_audit AFTER INSERT OR UPDATE OR DELETE ON catalogue_version
  FOR EACH ROW EXECUTE FUNCTION audit_change('version');
CREATE TRIGGER item_barcode_audit AFTER INSERT OR UPDATE OR DELETE ON item_barcode
  FOR EACH ROW EXECUTE FUNCTION audit_change('barcode');
CREATE TRIGGER tender_rule_audit AFTER INSERT OR UPDATE OR DELETE ON tender_rule
  FOR EACH ROW EXECUTE FUNCTION audit_change('type');
-- Not its counters, which move with every sale.
CREATE TRIGGER terminal_audit AFTER INSERT OR DELETE OR UPDATE OF code, name, active, store_id, location_id, printer_id ON terminal
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');
-- The capture of a sale writes one audit row for all that it creates; later changes of it are audited here.
CREATE TRIGGER sale_lifecycle_audit AFTER UPDATE OR DELETE ON sale_lifecycle
  FOR EACH ROW EXECUTE FUNCTION audit_change('sale_id');
CREATE TRIGGER print_job_audit AFTER UPDATE OR DELETE ON print_job
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');
CREATE TRIGGER stock_reservation_audit AFTER UPDATE OR DELETE ON stock_reservation
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- Capture takes stock before it has the receipt number, so a reservation may stand before its sale until commit.
ALTER TABLE stock_reservation
  ALTER CONSTRAINT stock_reservation_sale_id_fkey DEFERRABLE INITIALLY DEFERRED,
  ALTER CONSTRAINT stock_reservation_sale_line_id_fkey DEFERRABLE INITIALLY DEFERRED;

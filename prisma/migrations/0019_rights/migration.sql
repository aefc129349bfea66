-- Who may do what in the books. The owner migrates; the processes work as members of `lunas_app`; the
-- request of a collection partner works as `lunas_partner`, fenced in to one agency by row-level security.

GRANT USAGE ON SCHEMA public TO lunas_app, lunas_partner;
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO lunas_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO lunas_app;

-- Written by the SECURITY DEFINER functions only: journal, audit trail, number series.
REVOKE INSERT, UPDATE ON journal_entry, journal_line, audit_row, number_series FROM lunas_app;
-- Documents do not change; the triggers say so too.
REVOKE UPDATE ON sale, sale_line, sale_tender, sale_return, sale_return_line, receipt, lifecycle_event, invoice,
  invoice_line, credit_note, stock_movement, placement_item, placement_event, remittance_line, dunning_notice_item,
  cash_movement, cash_count, z_report, audit_seal FROM lunas_app;
-- What is only a finding or a record with an end may be cleared away.
GRANT DELETE ON payment_suggestion, idempotency_record, session TO lunas_app;

-- The catch-all of PostgreSQL lets everybody call every function; here nobody may who was not named.
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO lunas_app;
GRANT EXECUTE ON FUNCTION uuid_v7(), refuse(text, text, text), enter_context(jsonb), context_at(jsonb) TO lunas_partner;

-- ------------------------------------------------------------------ the fence around partners

GRANT SELECT ON agency, placement, placement_item, placement_event, remittance, remittance_line, webhook_delivery TO lunas_partner;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['placement', 'placement_event', 'remittance', 'webhook_delivery'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I USING (current_user <> ''lunas_partner''
      OR agency_id = nullif(current_setting(''lunas.agency_id'', true), '''')::uuid)', t || '_fence', t);
  END LOOP;
END $$;

ALTER TABLE agency ENABLE ROW LEVEL SECURITY;
ALTER TABLE agency FORCE ROW LEVEL SECURITY;
CREATE POLICY agency_fence ON agency USING (current_user <> 'lunas_partner'
  OR id = nullif(current_setting('lunas.agency_id', true), '')::uuid);

ALTER TABLE placement_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE placement_item FORCE ROW LEVEL SECURITY;
CREATE POLICY placement_item_fence ON placement_item USING (current_user <> 'lunas_partner'
  OR EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id));

ALTER TABLE remittance_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE remittance_line FORCE ROW LEVEL SECURITY;
CREATE POLICY remittance_line_fence ON remittance_line USING (current_user <> 'lunas_partner'
  OR EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id));

-- What a change of rules is about, as it stands (master_standing): rates of tax, policies,
-- holidays, what was agreed with an agency, and whether a store is live.
--
-- Input:   the kind of the change, and what holds after it
-- Answer:  everything that the decision depends on; null where nothing is there
-- Locks:   none: the caller holds the changes of masters
-- Refuses: none
CREATE OR REPLACE FUNCTION standing_of_rules(change_kind text, wanted jsonb) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT CASE change_kind
    WHEN 'tax-rule' THEN (
      SELECT jsonb_agg(to_jsonb(r) ORDER BY r.valid_from)
      FROM tax_rule r
      WHERE r.code = wanted->>'code')
    WHEN 'dunning-policy' THEN (
      SELECT jsonb_agg(jsonb_build_object('policy', to_jsonb(p), 'levels', (
        SELECT jsonb_agg(to_jsonb(l) ORDER BY l.level)
        FROM dunning_policy_level l
        WHERE l.policy_id = p.id)) ORDER BY p.in_force_from)
      FROM dunning_policy p
      WHERE p.code = wanted->>'code')
    WHEN 'holidays' THEN (
      SELECT jsonb_agg(to_jsonb(h) ORDER BY h.day)
      FROM holiday h
      WHERE h.country = wanted->>'country'
        AND extract(year FROM h.day) = (wanted->>'year')::int)
    WHEN 'agreement' THEN (
      SELECT jsonb_build_object('tax', a.commission_tax_basis_points, 'version', (
        SELECT max(g.version)
        FROM agreement g
        WHERE g.agency_id = a.id))
      FROM agency a
      WHERE a.id = (wanted->>'agencyId')::uuid)
    WHEN 'store-switch' THEN (
      SELECT jsonb_agg(to_jsonb(w) ORDER BY w.from_day NULLS FIRST)
      FROM store_switch w
      WHERE w.store_id = (wanted->>'storeId')::uuid)
    WHEN 'agency-terms' THEN (
      SELECT jsonb_build_object('tax', a.commission_tax_basis_points,
        'recallReportDays', a.recall_report_days)
      FROM agency a
      WHERE a.id = (wanted->>'agencyId')::uuid)
  END
$$;

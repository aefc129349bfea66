-- Records in the audit trail that a person takes a list along, before it is given. There is no
-- table of exports: the trail is what is asked about them.
--
-- Input:   recordListExport in prisma/commands/people.ts
-- Answer:  {"exportId"}: the id of the row in the trail
-- Locks:   the books (shared)
-- Refuses: none
-- Key:     none: each call is an export of its own
CREATE OR REPLACE FUNCTION record_list_export(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  export_key uuid := uuid_v7();
BEGIN
  PERFORM enter_context(ctx);
  PERFORM write_audit(
    'record_list_export', 'list_export', export_key::text, NULL,
    jsonb_build_object(
      'list', input->>'list',
      'format', input->>'format',
      'filters', input->>'filters',
      'rows', (input->>'rows')::integer,
      'whole', (input->>'whole')::boolean));
  RETURN jsonb_build_object('exportId', export_key);
END $$;

-- Whether somebody else reset the password or ended the second factor of a person within a day. The
-- code of an invitation, made with the person, is no reset.
--
-- Input:   person: the id as the audit trail names it
CREATE OR REPLACE FUNCTION way_in_was_reset(ctx jsonb, person text) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM one_time_code code JOIN app_user ON app_user.id = code.user_id
    WHERE code.user_id::text = person AND code.created_by <> person
      AND code.created_at > app_user.created_at
      AND code.created_at > context_at(ctx) - interval '1 day'
  ) OR EXISTS (
    SELECT FROM audit_row
    WHERE table_name = 'second_factor' AND row_id = person AND action = 'delete'
      AND actor_id <> person AND at > context_at(ctx) - interval '1 day'
  )
$$;

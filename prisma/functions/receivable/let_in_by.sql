-- Whether one person gave another access within 30 days: invited the person, reset the password,
-- changed the role, let the person in again, or ended the second factor.
--
-- Input:   person, giver: ids of people as the audit trail names them
CREATE OR REPLACE FUNCTION let_in_by(ctx jsonb, person text, giver text) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM one_time_code code
    WHERE code.user_id::text = person AND code.created_by = giver
      AND code.created_at > context_at(ctx) - interval '30 days'
  ) OR EXISTS (
    SELECT FROM audit_row
    WHERE row_id = person AND actor_id = giver AND at > context_at(ctx) - interval '30 days'
      AND (table_name = 'app_user' AND (action = 'insert' OR after ?| ARRAY['role', 'active'])
        OR table_name = 'second_factor' AND action = 'delete')
  )
$$;

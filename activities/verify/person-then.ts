/** What a column of a person `u` was at `agreed.at`, as the trail tells; NULL where it tells nothing. */
export function personThen(column: 'role' | 'active'): string {
  return `(SELECT a.after->>'${column}' FROM audit_row a
    WHERE a.table_name = 'app_user' AND a.row_id = u.id::text AND a.after ? '${column}' AND a.at <= agreed.at
    ORDER BY a.id DESC LIMIT 1)`;
}

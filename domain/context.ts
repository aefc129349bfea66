/** Who runs a command. `id` is a key id, a user id, a workflow id or a process name; never personal data. */
export type Actor = Readonly<{
  kind: 'user' | 'terminal' | 'partner' | 'system';
  id: string;
  name: string;
}>;

/**
 * What every command carries into its transaction and so into the audit trail: who (`actor`), from
 * where (`origin`: address, workflow id or file), when (`at`: business time, ISO 8601) and under
 * which request.
 */
export type CommandContext = Readonly<{
  actor: Actor;
  origin: string;
  at: string;
  requestId: string;
}>;

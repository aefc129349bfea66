export type Readiness = Readonly<{
  /** Name of the process, such as `api`. */
  name: string;
  /** Where it serves, when it serves something: a URL or host:port. */
  address?: string;
}>;

/**
 * Tells the parent process that this process serves now: one line of JSON on standard output,
 * `{"ready":true,"name":"api","address":"http://127.0.0.1:3000"}`.
 */
export function announceReady({ name, address }: Readiness): void {
  process.stdout.write(`${JSON.stringify({ ready: true, name, address })}\n`);
}

/** Reads a line of a child's output; undefined when it is an ordinary line. */
export function readinessIn(line: string): Readiness | undefined {
  if (!line.startsWith('{"ready":true')) return undefined;
  const { name, address } = JSON.parse(line) as Readiness;
  return address === undefined ? { name } : { name, address };
}

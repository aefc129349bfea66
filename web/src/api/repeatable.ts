import type { CallName, CallOptions, InputOf, LunasClient } from '../../../client/client.js';
import { CallRefused } from '../../../client/problem.js';

const SERVER_FAULT = 500;

/**
 * A write that was not answered may have been done. When a person tries it again with the same input, it goes under the
 * same key, so that it has its effect once.
 */
export function repeatable(client: LunasClient): LunasClient {
  const unanswered = new Map<string, string>();
  const call = async <Name extends CallName>(
    name: Name,
    input: InputOf<Name>,
    options: CallOptions = {},
  ) => {
    if (name.startsWith('GET ') || isFile(input)) return client.call(name, input, options);
    const said = `${name} ${JSON.stringify(input)}`;
    const key = options.idempotencyKey ?? unanswered.get(said) ?? crypto.randomUUID();
    unanswered.set(said, key);
    try {
      const answer = await client.call(name, input, { ...options, idempotencyKey: key });
      unanswered.delete(said);
      return answer;
    } catch (error) {
      if (error instanceof CallRefused && error.problem.status < SERVER_FAULT)
        unanswered.delete(said);
      throw error;
    }
  };
  return { ...client, call };
}

/** Files are known by their contents. */
function isFile(input: object): boolean {
  return (input as Readonly<{ body?: unknown }>).body instanceof Uint8Array;
}

import type { CallName, CallOptions, InputOf, LunasClient } from '../../../client/client.js';
import { CallRefused } from '../../../client/problem.js';

const SERVER_FAULT = 500;

/**
 * A write that was not answered may have been done. When a person tries it again with the same input, also while the
 * first one is still on its way, it goes under the same key, so that it has its effect once.
 */
export function repeatable(client: LunasClient): LunasClient {
  const unanswered = new Map<string, string>();
  const call = async <Name extends CallName>(
    name: Name,
    input: InputOf<Name>,
    options: CallOptions = {},
  ) => {
    if (name.startsWith('GET ')) return client.call(name, input, options);
    const said = `${name} ${await textOf(input)}`;
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

/** The same text for the same input; a file counts by the hash of its contents. */
async function textOf(input: object): Promise<string> {
  const { body } = input as Readonly<{ body?: unknown }>;
  if (!(body instanceof Uint8Array)) return JSON.stringify(input);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(body)));
  return JSON.stringify({ ...input, body: [...hash] });
}

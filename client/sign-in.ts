import { createClient, type ClientParts, type InputOf, type LunasClient } from './client.js';
import { fetchTransport, type Transport } from './transport.js';

/** The client of a person who has signed in, and who it is. */
export type SignedIn = Readonly<{ client: LunasClient; name: string; role: string }>;

/**
 * Signs a person in: the client that comes back acts as that person until the session ends.
 *
 * @throws {CallRefused} `LOGIN_FAILED`, `SECOND_FACTOR_NEEDED`, `SECOND_FACTOR_WRONG`, `RATE_LIMITED`
 */
export async function signIn(
  parts: ClientParts,
  login: InputOf<'POST /v1/session'>['body'],
): Promise<SignedIn> {
  const { transport = fetchTransport } = parts;
  let cookie: string | undefined;
  const listening: Transport = async (request) => {
    const answer = await transport(request);
    cookie = answer.header('set-cookie')?.split(';', 1)[0] ?? cookie;
    return answer;
  };
  const stranger = createClient({ ...parts, token: undefined, transport: listening });
  const { body } = await stranger.call('POST /v1/session', { body: login });
  const session = { csrfToken: body.csrfToken, cookie };
  const { name, role } = body.user;
  return { client: createClient({ ...parts, token: undefined, session }), name, role };
}

import {
  createClient,
  type AnswerOf,
  type CallName,
  type LunasClient,
} from '../../../client/client.js';
import { notingBuild } from './build.js';
import { repeatable } from './repeatable.js';

export { CallRefused, CallUnanswered } from '../../../client/problem.js';
export type { CallName, InputOf } from '../../../client/client.js';

/** Calls that read. */
export type ReadName = Extract<CallName, `GET ${string}`>;
/** What a call answers. */
export type BodyOf<Name extends CallName> = AnswerOf<Name>['body'];

/** A page shows what is wrong itself, and offers to try again: it does not wait as long as a till does. */
const RETRY = { attempts: 2, firstWaitMs: 250, waitMaxMs: 2_000, attemptMs: 20_000 } as const;

/** The client of the page: the cookie goes by itself, writes carry the token of the session. */
export function clientOf(csrfToken: string | undefined): LunasClient {
  const session = csrfToken === undefined ? undefined : { csrfToken, cookie: undefined };
  return repeatable(createClient({ url: '', session, retry: RETRY, transport: notingBuild }));
}

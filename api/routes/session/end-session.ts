import { endSessionRoute } from '../../../contract/session/session.js';
import { sessionTokenOf } from '../../auth/authenticate.js';
import { endedSessionCookie } from '../../auth/session-cookie.js';
import { route } from '../../route.js';
import { placeOf } from './open-session.js';

export const endSession = route(endSessionRoute).answers(
  async (call, { sessions, signIns, secureCookies }) => {
    const token = sessionTokenOf(call.request, secureCookies);
    const ended = token === undefined ? undefined : await sessions.end(token);
    if (ended !== undefined)
      await signIns.record({ kind: 'signed-out', ...ended, ...placeOf(call) });
    return {
      status: 204,
      body: undefined,
      headers: { 'Set-Cookie': endedSessionCookie(secureCookies) },
    };
  },
);

import { endSessionRoute } from '../../../contract/session/session.js';
import { sessionTokenOf } from '../../auth/authenticate.js';
import { endedSessionCookie } from '../../auth/session-cookie.js';
import { route } from '../../route.js';

export const endSession = route(endSessionRoute).answers(
  async ({ request }, { sessions, secureCookies }) => {
    const token = sessionTokenOf(request);
    if (token !== undefined) await sessions.end(token);
    return {
      status: 204,
      body: undefined,
      headers: { 'Set-Cookie': endedSessionCookie(secureCookies) },
    };
  },
);

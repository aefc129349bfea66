import { openSessionRoute } from '../../../contract/session/session.js';
import { Refusal } from '../../../domain/refusal.js';
import { sessionCookie } from '../../auth/session-cookie.js';
import { route } from '../../route.js';
import { sessionOnWire } from './session-on-wire.js';

export const openSession = route(openSessionRoute).answers(
  async ({ body }, { sessions, secureCookies }) => {
    const opened = await sessions.open(body);
    if (opened === undefined) {
      throw new Refusal({
        code: 'LOGIN_FAILED',
        detail: 'No active user has this address and password.',
      });
    }
    return {
      status: 201,
      body: sessionOnWire(opened.principal),
      headers: { 'Set-Cookie': sessionCookie(opened.token, secureCookies) },
    };
  },
);

import { SESSION_COOKIE } from './sessions.js';

type SecureCookies = 'always' | 'never';

/**
 * The session cookie: scripts cannot read it, other sites cannot send it with a write, and it ends with the browser.
 */
export function sessionCookie(token: string, secure: SecureCookies): string {
  return `${SESSION_COOKIE}=${token}; Path=/; HttpOnly; SameSite=Lax${secure === 'always' ? '; Secure' : ''}`;
}

export function endedSessionCookie(secure: SecureCookies): string {
  return `${sessionCookie('', secure)}; Max-Age=0`;
}

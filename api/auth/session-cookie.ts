export type SecureCookies = 'always' | 'never';

/** Over TLS the browser itself holds the cookie to this host, all of it, and to TLS: that is what `__Host-` says. */
export function sessionCookieName(secure: SecureCookies): string {
  return secure === 'always' ? '__Host-lunas_session' : 'lunas_session';
}

/**
 * The session cookie: scripts cannot read it, other sites cannot send it with a write, and it ends with the browser.
 */
export function sessionCookie(token: string, secure: SecureCookies): string {
  const name = sessionCookieName(secure);
  return `${name}=${token}; Path=/; HttpOnly; SameSite=Lax${secure === 'always' ? '; Secure' : ''}`;
}

export function endedSessionCookie(secure: SecureCookies): string {
  return `${sessionCookie('', secure)}; Max-Age=0`;
}

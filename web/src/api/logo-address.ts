/** Where the picture of a logo is; the cookie of the session goes with it. */
export function logoAddress(logoId: string): string {
  return `/v1/logos/${logoId}`;
}

/** What an identity provider says of somebody: the claims of the ID token, and of its user info. */
export type Claims = Readonly<Record<string, unknown>>;

/** More than any provider puts into a token; the rest is not read. */
const GROUPS_MAX = 1_000;

/**
 * The groups that a claim names: a list of texts, or one text. A name with dots leads into a claim, as in
 * `realm_access.roles`, unless a claim has that very name. Anything else is no group.
 */
export function groupsIn(claims: Claims, claim: string): readonly string[] {
  const said = Object.hasOwn(claims, claim) ? claims[claim] : insideOf(claims, claim.split('.'));
  if (typeof said === 'string') return [said];
  if (!Array.isArray(said)) return [];
  return said.filter((group) => typeof group === 'string').slice(0, GROUPS_MAX);
}

function insideOf(claims: Claims, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inside, name) =>
      typeof inside === 'object' && inside !== null && Object.hasOwn(inside, name)
        ? (inside as Claims)[name]
        : undefined,
    claims,
  );
}

/** Levels of sign-in that need more than one factor: OpenID's own, and that of research networks. */
const WITH_TWO_FACTORS: ReadonlySet<unknown> = new Set([
  'phr',
  'phrh',
  'http://schemas.openid.net/pape/policies/2007/06/multi-factor',
  'https://refeds.org/profile/mfa',
]);

/** Whether the provider says that more than one factor was asked for: `amr` (RFC 8176) or `acr`. */
export function saysTwoFactors({ amr, acr }: Claims): boolean {
  return (Array.isArray(amr) && amr.includes('mfa')) || WITH_TWO_FACTORS.has(acr);
}

/** So long may an address be (RFC 5321); whoever is found by it was added with one that a person can write. */
const ADDRESS = /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u;
const ADDRESS_MAX_LENGTH = 254;

/** The e-mail address, when the provider says that it has verified it. Only `true` counts, and no word for it. */
export function verifiedEmailIn({ email, email_verified: isVerified }: Claims): string | undefined {
  if (typeof email !== 'string' || isVerified !== true) return undefined;
  return email.length <= ADDRESS_MAX_LENGTH && ADDRESS.test(email)
    ? email.toLowerCase()
    : undefined;
}

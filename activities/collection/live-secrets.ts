import { unsealSecret } from '../../platform/sealed-secret.js';
import type { Prisma } from '../../prisma/database.js';

/** The secrets of an agency as the books keep them. */
export type SealedSecrets = Readonly<{
  id: string;
  webhookSecretCipher: Uint8Array | null;
  /** Replaced secrets that still sign, the newest first; see `retiredAlive`. */
  retiredSecrets: readonly Readonly<{ webhookSecretCipher: Uint8Array }>[];
}>;

/** A Prisma include: the agency's replaced secrets that still sign at `at` (RFC 3339, business time). */
export function retiredAlive(at: string) {
  return {
    retiredSecrets: {
      where: { expiresAt: { gt: new Date(at) } },
      orderBy: [{ expiresAt: 'desc' }, { id: 'desc' }],
    },
  } as const satisfies Prisma.AgencyInclude;
}

/** A secret sealed for one agency cannot be opened for another. */
export function ownerOfSecret(agencyId: string): string {
  return `agency:${agencyId}`;
}

/**
 * The secrets that messages to an agency are signed with now, the newest first; never empty.
 *
 * @throws Error when it has no secret; those of `unsealSecret`
 */
export function openWebhookSecrets(agency: SealedSecrets, keys: readonly Uint8Array[]): string[] {
  const { id, webhookSecretCipher, retiredSecrets } = agency;
  if (webhookSecretCipher === null) throw new Error('it has no secret for signatures');
  const ciphers = [
    webhookSecretCipher,
    ...retiredSecrets.map((retired) => retired.webhookSecretCipher),
  ];
  return ciphers.map((cipher) => unsealSecret(cipher, { keys, belongsTo: ownerOfSecret(id) }));
}

import { unsealSecret } from '../../platform/sealed-secret.js';
import type { Prisma } from '../../prisma/database.js';

/** The secrets of an agency as the books keep them. */
export type SealedSecrets = Readonly<{
  id: string;
  webhookSecretCipher: Uint8Array | null;
  /** Those that were replaced and sign on for a while, the newest first; see `retiredAlive`. */
  retiredSecrets: readonly Readonly<{ webhookSecretCipher: Uint8Array }>[];
}>;

/** Reads with an agency what it has replaced and still signs at `at` (RFC 3339, business time). */
export function retiredAlive(at: string) {
  return {
    retiredSecrets: {
      where: { expiresAt: { gt: new Date(at) } },
      orderBy: [{ expiresAt: 'desc' }, { id: 'desc' }],
    },
  } as const satisfies Prisma.AgencyInclude;
}

/** Sealed for one agency, a secret opens for no other. */
export function ownerOfSecret(agencyId: string): string {
  return `agency:${agencyId}`;
}

/**
 * All that messages to an agency are signed with now, the newest first; never none.
 *
 * @throws Error when it has no secret; those of `unsealSecret`
 */
export function openWebhookSecrets(agency: SealedSecrets, key: Uint8Array): string[] {
  const { id, webhookSecretCipher, retiredSecrets } = agency;
  if (webhookSecretCipher === null) throw new Error('it has no secret for signatures');
  const ciphers = [
    webhookSecretCipher,
    ...retiredSecrets.map((retired) => retired.webhookSecretCipher),
  ];
  return ciphers.map((cipher) => unsealSecret(cipher, { key, belongsTo: ownerOfSecret(id) }));
}

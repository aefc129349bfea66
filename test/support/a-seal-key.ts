import { generateKeyPairSync } from 'node:crypto';
import { openSealKey, type SealKey } from '../../activities/audit/seal-keys.js';
import { Secret } from '../../platform/secret.js';

/** A key that seals the audit trail, made by chance. */
export function aSealKey(): SealKey {
  return openSealKey(anAuditKey());
}

/** As LUNAS_AUDIT_KEY has it. */
export function anAuditKey(): Secret {
  const { privateKey } = generateKeyPairSync('ed25519');
  return new Secret(privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'));
}

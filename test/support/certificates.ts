import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** A certificate with its key, both as PEM. */
export type Certificate = Readonly<{ cert: string; key: string }>;

export type Authority = Certificate &
  Readonly<{ issue: (name: string) => Certificate; privateKey: KeyObject }>;

const VALID_FROM = '20200101000000Z';
const VALID_UNTIL = '20491231235959Z';

/** An authority of its own that issues certificates for names (RFC 5280: X.509 v3, ECDSA on P-256 with SHA-256). */
export function makeAuthority(name: string): Authority {
  const { privateKey, publicKey } = newKeys();
  const own = { issuer: name, subject: name, publicKey, signer: privateKey };
  return {
    cert: certificate({ ...own, extensions: [basicConstraints()] }),
    key: pemOf(privateKey),
    privateKey,
    issue: (subject) => {
      const keys = newKeys();
      const told = { issuer: name, subject, publicKey: keys.publicKey, signer: privateKey };
      return {
        cert: certificate({ ...told, extensions: [alternativeName(subject)] }),
        key: pemOf(keys.privateKey),
      };
    },
  };
}

function newKeys() {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

function pemOf(key: KeyObject): string {
  return key.export({ format: 'pem', type: 'pkcs8' }).toString();
}

type Content = Readonly<{
  issuer: string;
  subject: string;
  publicKey: KeyObject;
  signer: KeyObject;
  extensions: readonly Buffer[];
}>;

function certificate({ issuer, subject, publicKey, signer, extensions }: Content): string {
  const algorithm = sequence(objectId('2a8648ce3d040302')); // ecdsa-with-SHA256
  const content = sequence(
    explicit(0, tagged(0x02, Buffer.of(2))), // version 3
    tagged(0x02, Buffer.concat([Buffer.of(1), randomBytes(8)])),
    algorithm,
    nameOf(issuer),
    sequence(tagged(0x18, Buffer.from(VALID_FROM)), tagged(0x18, Buffer.from(VALID_UNTIL))),
    nameOf(subject),
    publicKey.export({ format: 'der', type: 'spki' }),
    explicit(3, sequence(...extensions)),
  );
  const signature = sign('sha256', content, signer);
  const der = sequence(content, algorithm, tagged(0x03, Buffer.concat([Buffer.of(0), signature])));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

function nameOf(commonName: string): Buffer {
  const attribute = sequence(objectId('550403'), tagged(0x0c, Buffer.from(commonName)));
  return sequence(tagged(0x31, attribute));
}

/** This is an authority: critical, as the standard demands. */
function basicConstraints(): Buffer {
  const yes = tagged(0x01, Buffer.of(0xff));
  return sequence(objectId('551d13'), yes, tagged(0x04, sequence(yes)));
}

function alternativeName(name: string): Buffer {
  const dnsName = tagged(0x82, Buffer.from(name));
  return sequence(objectId('551d11'), tagged(0x04, sequence(dnsName)));
}

// Distinguished encoding rules (ITU-T X.690).
function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts));
}

function explicit(number: number, content: Buffer): Buffer {
  return tagged(0xa0 + number, content);
}

function objectId(hex: string): Buffer {
  return tagged(0x06, Buffer.from(hex, 'hex'));
}

function tagged(tag: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.of(tag), lengthOf(content.length), content]);
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.of(length);
  const bytes = Buffer.from(length.toString(16).padStart(length > 0xff ? 4 : 2, '0'), 'hex');
  return Buffer.concat([Buffer.of(0x80 + bytes.length), bytes]);
}

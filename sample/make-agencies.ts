import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { ownerOfSecret } from '../activities/collection/live-secrets.js';
import { addPersonWithPassword } from '../activities/people/person-with-password.js';
import { sealSecret } from '../platform/sealed-secret.js';
import { makeWebhookSecret } from '../platform/webhook-secret.js';
import type { CommandContext } from '../domain/context.js';
import type { Transaction } from '../prisma/database.js';
import { agreedByTwo } from './agreed-by-two.js';
import type { Credential, Credentials } from './credentials.js';
import { COMPANY } from './data/company.js';
import { makeKey, newPassword } from './make-people.js';

const AGENCIES = [
  {
    code: 'MITRA',
    name: 'Mitra Tagih Contoh',
    language: 'id',
    commissionSchedule: [
      { fromDaysPastDue: 0, fromAmount: '0', basisPoints: 1_500 },
      { fromDaysPastDue: 90, fromAmount: '0', basisPoints: 2_000 },
      { fromDaysPastDue: 180, fromAmount: '0', basisPoints: 2_500 },
    ],
  },
  {
    code: 'ANDAL',
    name: 'Andal Piutang Misal',
    language: 'en',
    commissionSchedule: [
      { fromDaysPastDue: 0, fromAmount: '0', basisPoints: 1_800 },
      { fromDaysPastDue: 120, fromAmount: '0', basisPoints: 2_200 },
    ],
  },
] as const;

/** PPN on the commission: 11 %. */
const COMMISSION_TAX_BASIS_POINTS = 1_100;

export type AgenciesPlan = Readonly<{
  at: Temporal.Instant;
  ctx: CommandContext;
  codecKey: Uint8Array;
}>;

/** Two collection agencies, each with a key and a webhook secret, the first with a person who signs in. */
export async function makeAgencies(
  tx: Transaction,
  { at, ctx, codecKey }: AgenciesPlan,
): Promise<Credentials> {
  const credentials: Credentials = {};
  const { agreement } = await agreedByTwo(tx, ctx);
  for (const { code, name, language, commissionSchedule } of AGENCIES) {
    const agencyId = randomUUID();
    const createdAt = new Date(at.epochMilliseconds);
    const webhookSecret = makeWebhookSecret();
    await tx.agency.create({
      data: {
        id: agencyId,
        code,
        name,
        language,
        commissionTaxBasisPoints: COMMISSION_TAX_BASIS_POINTS,
        country: COMPANY.country,
        currency: COMPANY.currency,
        webhookSecretSince: createdAt,
        webhookSecretCipher: sealSecret(webhookSecret, {
          key: codecKey,
          belongsTo: ownerOfSecret(agencyId),
        }),
      },
    });
    const validFrom = at.toZonedDateTimeISO(COMPANY.timeZone).toPlainDate().toString();
    const terms = { agencyId, validFrom, commission: commissionSchedule };
    await agreement(terms);
    const token = await makeKey(tx, { role: 'partner', label: name, agencyId }, createdAt);
    const credential: Credential = { kind: 'token', token, code, webhookSecret };
    credentials[`partner:${code}`] = credential;
    credentials['partner'] ??= {
      ...credential,
      ...(await makePersonOf(tx, ctx, { code, language })),
    };
  }
  return credentials;
}

/** Somebody who works for the agency, and reports on its cases in the browser. */
async function makePersonOf(
  tx: Transaction,
  ctx: CommandContext,
  { code, language }: Readonly<{ code: string; language: string }>,
): Promise<Pick<Credential, 'kind' | 'email' | 'password'>> {
  const email = `${code.toLowerCase()}@example.test`;
  const password = newPassword();
  const person = { email, name: 'Sari Ibaratningsih', role: 'partner', language } as const;
  await addPersonWithPassword(tx, ctx, { ...person, store: undefined, agency: code, password });
  return { kind: 'sample-person', email, password };
}

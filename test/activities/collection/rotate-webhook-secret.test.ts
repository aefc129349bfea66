import { createHmac, randomBytes } from 'node:crypto';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { createCollectionActivities } from '../../../activities/collection/collection-activities.js';
import { rotateWebhookSecret } from '../../../activities/collection/rotate-webhook-secret.js';
import { Secret } from '../../../platform/secret.js';
import { aCase, asAgency, type AgencyCase } from '../../support/agency-case.js';
import { openOwingShop, type OwingShop } from '../../support/owing-shop.js';
import { startWebhookReceiver, type WebhookReceiver } from '../../support/webhook-receiver.js';

const key = randomBytes(32);

let world: OwingShop;
let agency: WebhookReceiver;
let agencyId: string;
let collection: ReturnType<typeof createCollectionActivities>;

beforeEach(async () => {
  world = await openOwingShop();
  agency = await startWebhookReceiver();
  agencyId = world.shop.agencies[0].id;
  const { database, clock } = world;
  const config = {
    codecKey: new Secret(key.toString('base64')),
    environment: 'development',
  } as const;
  collection = createCollectionActivities({ database, clock, config });
  const webhookUrl = agency.url;
  await world.change((tx) => tx.agency.updateMany({ data: { webhookUrl } }));
});

afterEach(async () => {
  await world.verify();
  await agency.close();
  await world.close();
});

describe('the secret of an agency', () => {
  it('is made when it had none, and nothing is retired', async () => {
    const rotated = await rotate();
    expect(rotated.previousUntil).toBeUndefined();
    expect(signedBy(await told(), [rotated.secret])).toEqual([true]);
  });

  it('signs beside the one that replaces it: a library and an own HMAC accept either', async () => {
    const first = await rotate();
    const second = await rotate();
    expect(second.previousUntil).toBe('2026-07-02T02:00:00Z');
    const message = await told();
    expect(signatures(message)).toEqual([
      hmacOf(message, second.secret),
      hmacOf(message, first.secret),
    ]);
    expect(signedBy(message, [first.secret, second.secret])).toEqual([true, true]);
    expect(signedBy(message, [`whsec_${randomBytes(24).toString('base64')}`])).toEqual([false]);
  });

  it('signs no more from the moment it expires', async () => {
    const first = await rotate();
    const second = await rotate();
    world.clock.set('2026-07-02T08:59:59.999+07:00');
    expect(signedBy(await told(), [first.secret, second.secret])).toEqual([true, true]);
    world.clock.set('2026-07-02T09:00:00+07:00');
    const late = await told();
    expect(signedBy(late, [first.secret, second.secret])).toEqual([false, true]);
    expect(signatures(late)).toHaveLength(1);
  });

  it('is sealed in the books, forgotten when it has expired, and in no row of the audit trail', async () => {
    const first = await rotate();
    await rotate();
    expect(await retired()).toEqual([{ id: first.secretId, agencyId }]);
    world.clock.set('2026-07-03T09:00:00+07:00');
    const third = await rotate();
    const [row] = await retired();
    expect(row?.id).not.toBe(first.secretId);
    const trail = await world.database.prisma.auditRow.findMany({
      where: { tableName: { in: ['agency', 'retired_webhook_secret'] } },
      orderBy: { id: 'asc' },
    });
    const said = JSON.stringify(trail, (_name, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    );
    for (const word of [first.secret, third.secret, 'cipher']) expect(said).not.toContain(word);
    expect(trail.findLast(({ tableName }) => tableName === 'agency')).toMatchObject({
      before: { webhook_secret_id: row?.id },
      after: { webhook_secret_id: third.secretId },
      actorKind: 'partner',
    });
  });

  it('can be replaced four times within a day; what is still used is never pushed out', async () => {
    for (const _ of Array.from({ length: 5 })) await rotate();
    await expect(rotate()).rejects.toMatchObject({ code: 'WEBHOOK_SECRETS_TOO_MANY' });
    expect(signatures(await told())).toHaveLength(5);
    world.clock.set('2026-07-02T09:00:00+07:00');
    expect((await rotate()).previousUntil).toBeDefined();
    expect(signatures(await told())).toHaveLength(2);
  });

  it('is replaced by one after the other when two ask at once: no secret is lost', async () => {
    await rotate();
    const both = await Promise.all([rotate(), rotate()]);
    const message = await told();
    expect(signatures(message)).toHaveLength(3);
    expect(
      signedBy(
        message,
        both.map(({ secret }) => secret),
      ),
    ).toEqual([true, true]);
  });

  it('is nobody else’s: the other agency’s messages are not signed with it', async () => {
    const [, other] = world.shop.agencies;
    const mine = await rotate();
    const theirs = await rotate(other.id);
    const message = await told(await aCase(world, { agency: other }));
    expect(signedBy(message, [mine.secret, theirs.secret])).toEqual([false, true]);
  });

  it('rests with what was agreed: sealed for another agency it opens for none', async () => {
    const [, other] = world.shop.agencies;
    await rotate(other.id);
    const { webhookSecretCipher } = await world.database.prisma.agency.findUniqueOrThrow({
      where: { id: other.id },
    });
    const moved = new Uint8Array(webhookSecretCipher ?? []);
    await world.change((tx) =>
      tx.agency.update({ where: { id: agencyId }, data: { webhookSecretCipher: moved } }),
    );
    await expect(told()).rejects.toThrow(/does not open/);
    expect(agency.received).toEqual([]);
  });
});

type Message = WebhookReceiver['received'][number];

function rotate(id = agencyId) {
  return asAgency(world, id, (tx, ctx) => rotateWebhookSecret(tx, ctx, { agencyId: id, key }));
}

async function told(placed?: AgencyCase): Promise<Message> {
  await collection.tellAgency(placed ?? (await aCase(world, { packets: 2 })));
  const message = agency.received.at(-1);
  if (message === undefined) throw new Error('nothing was told');
  return message;
}

function signatures({ headers }: Message): string[] {
  return String(headers['webhook-signature']).split(' ');
}

/** The signature by the book, without the library that signed. */
function hmacOf({ headers, body }: Message, secret: string): string {
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const raw = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', raw).update(signed).digest('base64')}`;
}

function signedBy({ headers, body }: Message, secrets: readonly string[]): boolean[] {
  return secrets.map((secret) => {
    try {
      new Webhook(secret).verify(body, headers as Record<string, string>);
      return true;
    } catch (error) {
      if (error instanceof WebhookVerificationError) return false;
      throw error;
    }
  });
}

function retired() {
  return world.database.prisma.retiredWebhookSecret.findMany({
    select: { id: true, agencyId: true },
  });
}

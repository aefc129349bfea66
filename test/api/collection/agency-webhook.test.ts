import { randomBytes, randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { createCollectionActivities } from '../../../activities/collection/collection-activities.js';
import type { AddressRules } from '../../../platform/outside-address.js';
import { Secret } from '../../../platform/secret.js';
import { aCase } from '../../support/agency-case.js';
import type { Received, TestApi } from '../../support/api-client.js';
import { openOwingShop, type OwingShop } from '../../support/owing-shop.js';
import { startWebhookReceiver, type WebhookReceiver } from '../../support/webhook-receiver.js';

const codecKey = new Secret(randomBytes(32).toString('base64'));
const PUBLIC = '93.184.215.14';

let world: OwingShop;
/** As in production, where every name stands for `resolved`. */
let api: TestApi;
/** On a developer's machine. */
let here: TestApi;
let receiver: WebhookReceiver;
let resolved: readonly string[];

beforeAll(async () => {
  world = await openOwingShop();
  const rules: AddressRules = { environment: 'production', resolve: async () => resolved };
  api = await world.api({ webhooks: { rules, codecKey } });
  here = await world.api({ webhooks: { rules: { environment: 'development' }, codecKey } });
  receiver = await startWebhookReceiver();
});

beforeEach(() => {
  resolved = [PUBLIC];
});

afterAll(async () => {
  await world.verify();
  await receiver.close();
  await here.close();
  await api.close();
  await world.close();
});

const SETTINGS = '/v1/agency/webhook';
const ROTATIONS = '/v1/agency/webhook/secret-rotations';

describe('a collection partner', () => {
  it('says where it wants its webhooks, and that it wants none; both are audited as its doing', async () => {
    const url = 'https://agency.example/lunas?for=us';
    expect(await post(SETTINGS, { url })).toMatchObject({ status: 200, body: { url } });
    expect((await settings()).url).toBe(url);
    expect(await post(SETTINGS, { url: null })).toMatchObject({ status: 200, body: { url: null } });
    const [first] = world.shop.agencies;
    const trail = await world.database.prisma.auditRow.findMany({
      where: { tableName: 'agency', rowId: first.id, actorKind: 'partner' },
      orderBy: { id: 'asc' },
    });
    expect(trail.map(({ before, after }) => [before, after])).toEqual([
      [{ webhook_url: null }, { webhook_url: url }],
      [{ webhook_url: url }, { webhook_url: null }],
    ]);
  });

  it.each([
    'http://agency.example/hook',
    'https://user:password@agency.example/hook',
    'https://user@agency.example/hook',
    'https://127.0.0.1/hook',
    'https://127.1/hook',
    'https://2130706433/hook',
    'https://0x7f000001/hook',
    'https://0177.0.0.1/hook',
    'https://0.0.0.0/hook',
    'https://10.0.0.8/hook',
    'https://172.31.255.255/hook',
    'https://192.168.1.1/hook',
    'https://100.64.0.1/hook',
    'https://169.254.169.254/latest/meta-data/',
    'https://169.254.170.2/v2/credentials',
    'https://255.255.255.255/hook',
    'https://[::1]/hook',
    'https://[::]/hook',
    'https://[::ffff:10.0.0.8]/hook',
    'https://[::ffff:a9fe:a9fe]/hook',
    'https://[fd00:ec2::254]/latest/meta-data/',
    'https://[fe80::1]/hook',
    'https://[64:ff9b::a9fe:a9fe]/hook',
    'https://[2002:7f00:1::]/hook',
  ])('is refused %s, and nothing changes', async (url) => {
    const before = await settings();
    const answer = await post(SETTINGS, { url });
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'WEBHOOK_URL_REFUSED', param: 'url' },
    });
    expect(await settings()).toEqual(before);
  });

  it.each([
    [['127.0.0.1']],
    [['169.254.169.254']],
    [[PUBLIC, '10.0.0.8']],
    [['::ffff:192.168.0.1']],
    [[]],
  ])('is refused a name that stands for %j', async (addresses) => {
    resolved = addresses;
    expect(await post(SETTINGS, { url: 'https://agency.example/' })).toMatchObject({
      status: 422,
      body: { code: 'WEBHOOK_URL_REFUSED', param: 'url' },
    });
  });

  it.each([
    [{}, 'FIELD_REQUIRED', 'url'],
    [{ url: 7 }, 'FIELD_INVALID', 'url'],
    [{ url: '' }, 'FIELD_INVALID', 'url'],
    [{ url: 'agency.example' }, 'FIELD_INVALID', 'url'],
    [{ url: 'file:///etc/passwd' }, 'FIELD_INVALID', 'url'],
    [{ url: 'gopher://agency.example/' }, 'FIELD_INVALID', 'url'],
    [{ url: `https://agency.example/${'x'.repeat(2_000)}` }, 'FIELD_INVALID', 'url'],
    [{ url: null, agencyId: randomUUID() }, 'FIELD_UNKNOWN', 'agencyId'],
  ])('is refused what is no address: %j', async (body, code, param) => {
    expect(await post(SETTINGS, body)).toMatchObject({ status: 400, body: { code, param } });
  });

  it('gets the stored answer in a replay, whatever its name stands for by now', async () => {
    const sent = { url: 'https://agency.example/replayed' };
    const key = randomUUID();
    const first = await post(SETTINGS, sent, { key });
    resolved = ['10.0.0.8'];
    const again = await post(SETTINGS, sent, { key });
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });

  it('may be on this machine without TLS in development only', async () => {
    expect(await post(SETTINGS, { url: receiver.url })).toMatchObject({ status: 422 });
    const answer = await post(SETTINGS, { url: receiver.url }, { at: here });
    expect(answer).toMatchObject({ status: 200, body: { url: receiver.url } });
  });

  it('changes nothing of another agency, and sees nothing of it', async () => {
    const [, other] = world.shop.agencies;
    const as = other.token;
    const before = await settings(as);
    await post(SETTINGS, { url: 'https://agency.example/mine' });
    const mine = await post(ROTATIONS);
    expect(await settings(as)).toEqual(before);
    expect(before).toMatchObject({ url: null, secrets: [] });
    // Keys are the caller's own: the other's is a rotation of its own, no replay.
    const key = randomUUID();
    const [ours, theirs] = [
      await post(ROTATIONS, undefined, { key }),
      await post(ROTATIONS, undefined, { key, as }),
    ];
    expect(theirs.headers.get('idempotency-replayed')).toBeNull();
    const ids = [mine, ours, theirs].map(({ body }) => (body as Rotated).id);
    expect(new Set(ids).size).toBe(3);
    expect((await settings(as)).secrets.map(({ id }) => id)).toEqual([ids[2]]);
  });
});

describe('a rotation', () => {
  it('tells the new secret once: no replay, no reading, no record holds it, and no replay makes another', async () => {
    const key = randomUUID();
    const first = await post(ROTATIONS, undefined, { key });
    const { id, secret } = first.body as Rotated;
    expect(first).toMatchObject({ status: 201 });
    expect(first.headers.get('cache-control')).toBe('no-store');
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/);
    const known = await settings();
    const again = await post(ROTATIONS, undefined, { key });
    expect([again.status, again.body]).toEqual([201, { ...(first.body as Rotated), secret: null }]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await settings()).toEqual(known);
    expect(known.secrets[0]).toEqual({ id, createdAt: expect.any(String), expiresAt: null });
    const kept = await everythingKept();
    expect(kept).toContain(id);
    for (const part of [secret, secret.slice('whsec_'.length)]) expect(kept).not.toContain(part);
  });

  it('leaves the secret before in use for a day, and the messages signed with both', async () => {
    await theNextDayAt('09:00:00');
    const [before] = (await settings()).secrets;
    const rotated = (await post(ROTATIONS)).body as Rotated;
    const { secrets } = await settings();
    expect(secrets).toMatchObject([
      { id: rotated.id, expiresAt: null },
      { id: before?.id, expiresAt: new Date(rotated.previousExpiresAt ?? '').toISOString() },
    ]);
    await post(SETTINGS, { url: receiver.url }, { at: here });
    await tell();
    const message = receiver.received.at(-1);
    expect(
      new Webhook(rotated.secret).verify(
        message?.body ?? '',
        message?.headers as Record<string, string>,
      ),
    ).toMatchObject({ type: 'placement.created' });
    expect(String(message?.headers['webhook-signature']).split(' ')).toHaveLength(2);
    await theNextDayAt('09:00:00');
    expect((await settings()).secrets).toMatchObject([{ id: rotated.id, expiresAt: null }]);
  });

  it('is refused when too many secrets are in use, and takes no fields', async () => {
    await theNextDayAt('09:00:00');
    const answers: Received[] = [];
    for (const _ of Array.from({ length: 5 })) answers.push(await post(ROTATIONS));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 409]);
    expect(answers[4]?.body).toMatchObject({ code: 'WEBHOOK_SECRETS_TOO_MANY' });
    expect(await post(ROTATIONS, { secret: 'whsec_bXkgb3du' })).toMatchObject({
      status: 400,
      body: { code: 'FIELD_UNKNOWN', param: 'secret' },
    });
  });
});

describe('the last deliveries', () => {
  it('tell how each message fared, the newest first, and no more than ten', async () => {
    await post(SETTINGS, { url: receiver.url }, { at: here });
    receiver.answer((response) => void response.writeHead(503).end());
    await expect(tell()).rejects.toThrow('it answered 503');
    receiver.answer((response) => void response.destroy());
    await expect(tell()).rejects.toThrow('the agency was not told');
    await post(SETTINGS, { url: null });
    await tell();
    await aCase(world, { packets: 2 });
    const { lastDeliveries } = await settings();
    expect(lastDeliveries.slice(0, 4)).toMatchObject([
      { state: 'waiting', attempts: 0, httpStatus: null, deliveredAt: null },
      { state: 'fetched', attempts: 1, httpStatus: null, deliveredAt: expect.any(String) },
      { state: 'failed', attempts: 1, httpStatus: null, deliveredAt: null },
      { state: 'refused', attempts: 1, httpStatus: 503, deliveredAt: null },
    ]);
    expect(JSON.stringify(lastDeliveries)).not.toMatch(/127\.0\.0\.1|hang up/);
    for (const _ of Array.from({ length: 10 })) await aCase(world, { packets: 1 });
    expect((await settings()).lastDeliveries).toHaveLength(10);
  });
});

type Rotated = Readonly<{ id: string; secret: string; previousExpiresAt: string | null }>;
type Settings = Readonly<{
  url: string | null;
  secrets: readonly Readonly<{ id: string; createdAt: string | null; expiresAt: string | null }>[];
  lastDeliveries: readonly unknown[];
}>;
type Wishes = Readonly<{ key?: string; as?: string; at?: TestApi }>;

function post(path: string, body?: unknown, wishes: Wishes = {}): Promise<Received> {
  const { key = randomUUID(), as = world.shop.agencies[0].token, at = api } = wishes;
  return at.send('POST', path, { as, body, headers: { 'idempotency-key': key } });
}

async function settings(as = world.shop.agencies[0].token): Promise<Settings> {
  const answer = await api.send('GET', SETTINGS, { as });
  expect(answer.status).toBe(200);
  return answer.body as Settings;
}

/** Sells, places and tells the first agency of it. */
async function tell(): Promise<void> {
  const { database, clock } = world;
  const config = { codecKey, environment: 'development' } as const;
  const collection = createCollectionActivities({ database, clock, config });
  await collection.tellAgency(await aCase(world, { packets: 2 }));
}

async function theNextDayAt(time: string): Promise<void> {
  const day = world.clock.today('Asia/Jakarta').add({ days: 1 });
  world.clock.set(`${day.toString()}T${time}+07:00`);
}

/** All that the books keep of answers, changes and refused content. */
async function everythingKept(): Promise<string> {
  const rows = await world.database.prisma.$queryRaw`
    SELECT (SELECT jsonb_agg(r) FROM idempotency_record r)::text AS answers,
      (SELECT jsonb_agg(a) FROM audit_row a)::text AS trail,
      (SELECT jsonb_agg(a) FROM agency a)::text AS agencies,
      (SELECT jsonb_agg(s) FROM retired_webhook_secret s)::text AS retired,
      (SELECT jsonb_agg(q) FROM quarantine q)::text AS refused`;
  return JSON.stringify(rows);
}

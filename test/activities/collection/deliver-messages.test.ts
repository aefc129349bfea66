import { randomBytes } from 'node:crypto';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { createCollectionActivities } from '../../../activities/collection/collection-activities.js';
import { agencyMessages } from '../../../contract/collection/agency-messages.js';
import { Secret } from '../../../platform/secret.js';
import { sealSecret } from '../../../platform/sealed-secret.js';
import { aCase, balanceOf, type AgencyCase } from '../../support/agency-case.js';
import { openOwingShop, type OwingShop } from '../../support/owing-shop.js';
import { startWebhookReceiver, type WebhookReceiver } from '../../support/webhook-receiver.js';
import * as collectionCommands from '../../../prisma/commands/collection.js';

const key = randomBytes(32);
const secret = `whsec_${randomBytes(24).toString('base64')}`;

let world: OwingShop;
let agency: WebhookReceiver;
let collection: ReturnType<typeof createCollectionActivities>;
let placed: AgencyCase;

beforeEach(async () => {
  world = await openOwingShop();
  agency = await startWebhookReceiver();
  collection = activitiesFor('development');
  await setAgency({ webhookUrl: agency.url });
  placed = await aCase(world);
});

afterEach(async () => {
  await world.verify();
  await agency.close();
  await world.close();
});

describe('an agency', () => {
  it('is told of a placement with a signature that its library accepts, and has the case from then on', async () => {
    await collection.tellAgency(placed);
    const [message] = agency.received;
    expect(new Webhook(secret).verify(message?.body ?? '', headersOf(message))).toMatchObject({
      type: 'placement.created',
      data: {
        placementId: placed.placementId,
        invoiceNumber: placed.number,
        placed: { amount: '450000', currency: 'IDR' },
        outstanding: { amount: '450000', currency: 'IDR' },
      },
    });
    const forged = (message?.body ?? '').replace('450000', '45000');
    expect(() => new Webhook(secret).verify(forged, headersOf(message))).toThrow(
      WebhookVerificationError,
    );
    expect(await balanceOf(world, placed.placementId)).toMatchObject({ state: 'submitted' });
  });

  it('hears nothing about the debtor by webhook', async () => {
    await collection.tellAgency(placed);
    const { body } = agency.received[0] ?? { body: '' };
    for (const word of ['Warung', 'Anggrek', 'example.test']) expect(body).not.toContain(word);
  });

  it('is told once: nothing is waiting afterwards', async () => {
    await collection.tellAgency(placed);
    await collection.tellAgency(placed);
    expect(agency.received).toHaveLength(1);
  });

  it('is told of direct payments and of the recall in the order in which they happened', async () => {
    await world.pay(placed.invoiceId, 100_000n);
    await world.pay(placed.invoiceId, 50_000n);
    await world.call(collectionCommands.recallPlacement, {
      placementId: placed.placementId,
      reason: 'settled',
    });
    await collection.tellAgency(placed);
    const said = agency.received.map(({ body }) => JSON.parse(body) as Message);
    for (const message of said) {
      const described = agencyMessages.find(({ type }) => type === message.type);
      expect(described?.body.safeParse(message).error).toBeUndefined();
    }
    expect(said.map(({ type, data }) => [type, data.outstanding.amount])).toEqual([
      ['placement.created', '450000'],
      ['placement.direct_payment', '350000'],
      ['placement.direct_payment', '300000'],
      ['placement.recalled', '0'],
    ]);
  });

  it('is told again under the same id when it did not take a message, before anything later', async () => {
    await world.pay(placed.invoiceId, 100_000n);
    agency.answer((response) => void response.writeHead(500).end());
    await expect(collection.tellAgency(placed)).rejects.toThrow('it answered 500');
    expect(agency.received).toHaveLength(1);
    agency.answer((response) => void response.writeHead(204).end());
    await collection.tellAgency(placed);
    expect(agency.received.map(({ headers }) => headers['webhook-id'])).toEqual([
      agency.received[1]?.headers['webhook-id'],
      agency.received[1]?.headers['webhook-id'],
      agency.received[2]?.headers['webhook-id'],
    ]);
    const [first] = await deliveries();
    expect(first).toMatchObject({ attempts: 2, lastStatus: 204, lastError: null });
  });

  it('is not followed to another address, and not read to the end of a long answer', async () => {
    agency.answer((response) => void response.writeHead(307, { location: '/elsewhere' }).end());
    await expect(collection.tellAgency(placed)).rejects.toThrow('it answered 307');
    expect(agency.received).toHaveLength(1);
    agency.answer((response) => {
      response.writeHead(200);
      response.end(Buffer.alloc(2 * 1024 * 1024));
    });
    await collection.tellAgency(placed);
    expect((await deliveries())[0]).toMatchObject({ lastStatus: 200 });
  });

  it('is given five seconds to answer', async () => {
    agency.answer(() => undefined);
    await expect(collection.tellAgency(placed)).rejects.toThrow('no answer in time');
    expect((await deliveries())[0]).toMatchObject({
      attempts: 1,
      deliveredAt: null,
      lastError: 'no answer in time',
    });
  });

  it('is never called inside our own network in production', async () => {
    await expect(activitiesFor('production').tellAgency(placed)).rejects.toThrow(/not used/);
    expect(agency.received).toEqual([]);
  });

  it('is told without a signature by nobody: without its secret the message waits', async () => {
    await setAgency({ webhookUrl: agency.url, sealedWith: randomBytes(32) });
    await expect(collection.tellAgency(placed)).rejects.toThrow(/LUNAS_CODEC_KEY/);
    expect(agency.received).toEqual([]);
  });

  it('that fetches instead has the case at once', async () => {
    await setAgency({ webhookUrl: null });
    await collection.tellAgency(placed);
    expect(await balanceOf(world, placed.placementId)).toMatchObject({ state: 'submitted' });
  });

  it('that cannot be reached becomes work for a person, until it is', async () => {
    agency.answer((response) => void response.writeHead(503).end());
    await collection.tellAgency(placed).catch(() => undefined);
    await collection.reportUntoldAgency(placed);
    expect(await openWork()).toEqual(['agency-unreachable']);
    agency.answer((response) => void response.writeHead(204).end());
    await collection.tellAgency(placed);
    expect(await openWork()).toEqual([]);
  });
});

type Message = Readonly<{ type: string; data: Readonly<{ outstanding: { amount: string } }> }>;

function activitiesFor(environment: 'development' | 'production') {
  const { database, clock } = world;
  const config = { codecKey: new Secret(key.toString('base64')), environment };
  return createCollectionActivities({ database, clock, config });
}

async function setAgency(wishes: {
  webhookUrl: string | null;
  sealedWith?: Buffer;
}): Promise<void> {
  const [{ id }] = world.shop.agencies;
  const { webhookUrl, sealedWith = key } = wishes;
  const webhookSecretCipher = sealSecret(secret, { key: sealedWith, belongsTo: `agency:${id}` });
  await world.change((tx) =>
    tx.agency.update({ where: { id }, data: { webhookUrl, webhookSecretCipher } }),
  );
}

function headersOf(message: WebhookReceiver['received'][number] | undefined) {
  return message?.headers as Record<string, string>;
}

function deliveries() {
  return world.database.prisma.webhookDelivery.findMany({ orderBy: { position: 'asc' } });
}

async function openWork(): Promise<string[]> {
  const items = await world.database.prisma.workItem.findMany({ where: { state: 'open' } });
  return items.map(({ kind }) => kind);
}

import { randomBytes, randomUUID } from 'node:crypto';
import { rotateWebhookSecret } from '../../../activities/collection/rotate-webhook-secret.js';
import type { CommandContext } from '../../../domain/context.js';
import * as collectionCommands from '../../../prisma/commands/collection.js';
import type { Transaction } from '../../../prisma/database.js';
import { callIn } from '../../../prisma/database.js';
import { anAcceptedCase, asAgency, type AgencyCase } from '../../support/agency-case.js';
import { openOwingShop, type OwingShop } from '../../support/owing-shop.js';

/** What stands when all of our code is wrong: raw SQL in the role of a partner's request. */

let world: OwingShop;
let mine: AgencyCase;
let theirs: AgencyCase;

beforeAll(async () => {
  world = await openOwingShop();
  const [first, second] = world.shop.agencies;
  mine = await anAcceptedCase(world, { agency: first });
  theirs = await anAcceptedCase(world, { agency: second });
  for (const { id } of [first, second]) {
    await rotateSecretOf(id);
    await rotateSecretOf(id);
  }
});

afterAll(async () => {
  await world.verify();
  await world.close();
});

describe('a partner in the database', () => {
  it.each([
    ['placement', 'agency_id', 1],
    ['agency_case', 'agency_id', 1],
    ['webhook_delivery', 'agency_id', 1],
    ['agency', 'id', 1],
    ['placement_event', 'agency_id', 0],
    ['remittance', 'agency_id', 0],
    ['retired_webhook_secret', 'agency_id', 1],
  ])('sees in %s what is its own and nothing else', async (table, column, rows) => {
    const seen = await asPartner((tx) =>
      tx.$queryRawUnsafe<{ owner: string }[]>(`SELECT ${column}::text AS owner FROM ${table}`),
    );
    expect(seen).toEqual(Array.from({ length: rows }, () => ({ owner: mine.agencyId })));
  });

  it('sees the items of its own placements only', async () => {
    const seen = await asPartner(
      (tx) => tx.$queryRaw<{ placement_id: string }[]>`SELECT placement_id FROM placement_item`,
    );
    expect(seen).toEqual([{ placement_id: mine.placementId }]);
  });

  it('finds another agency’s case by no id', async () => {
    const seen = await asPartner(
      (tx) => tx.$queryRaw`SELECT * FROM agency_case WHERE id = ${theirs.placementId}::uuid`,
    );
    expect(seen).toEqual([]);
  });

  it.each([
    'customer',
    'invoice',
    'open_item',
    'payment',
    'journal_line',
    'app_user',
    'api_key',
    'audit_row',
    'quarantine',
    'idempotency_record',
  ])('may not read %s', async (table) => {
    await expect(asPartner((tx) => tx.$queryRawUnsafe(`SELECT * FROM ${table}`))).rejects.toThrow(
      /permission denied/,
    );
  });

  it.each([
    `UPDATE placement SET collected_amount = 0`,
    `UPDATE agency SET webhook_url = 'https://agency.example/'`,
    `UPDATE retired_webhook_secret SET expires_at = now()`,
    `DELETE FROM retired_webhook_secret`,
    `INSERT INTO webhook_delivery (agency_id, placement_id, type, payload, created_at) SELECT agency_id, id, 'x', '{}', now() FROM placement`,
    `DELETE FROM placement_event`,
    `SELECT recall_placement('{}', '{}')`,
    `SELECT close_placement('{}', '{}')`,
    `SELECT create_placement('{}', '{}')`,
    `SELECT decide_write_off('{}', '{}')`,
    `SELECT record_payment('{}', '{}')`,
    `SELECT settle_remittance('{}', '{}')`,
    `SELECT post_journal('{}', '{}', '[]')`,
    `SELECT facts_of_receivables(ARRAY[]::uuid[], now())`,
    `SELECT take_placement_back('{}', p, 'closed', 'x') FROM placement p`,
  ])('may not: %s', async (statement) => {
    await expect(asPartner((tx) => tx.$executeRawUnsafe(statement))).rejects.toThrow(
      /permission denied/,
    );
  });

  it('reaches no other agency’s case', async () => {
    const { placementId } = theirs;
    const { lockCase, acknowledgePlacement, reportPlacementEvent } = collectionCommands;
    const tries: ((tx: Transaction, ctx: CommandContext) => Promise<unknown>)[] = [
      (tx, ctx) => callIn(tx, lockCase, [ctx, { placementId }]),
      (tx, ctx) => callIn(tx, acknowledgePlacement, [ctx, { placementId, accepted: true }]),
      (tx, ctx) => callIn(tx, reportPlacementEvent, [ctx, aPayment(placementId)]),
    ];
    for (const trying of tries) {
      await expect(asAgency(world, mine.agencyId, trying)).rejects.toMatchObject({
        code: 'PLACEMENT_NOT_FOUND',
      });
    }
  });

  it('cannot remit what another agency collected', async () => {
    await reportPayment(theirs);
    const [event] = await world.database.prisma.placementEvent.findMany();
    const remitting = asAgency(world, mine.agencyId, (tx, ctx) =>
      callIn(tx, collectionCommands.recordRemittance, [
        ctx,
        {
          number: 'X-1',
          currency: 'IDR',
          remittedOn: '2026-07-01',
          gross: '1000',
          commission: '0',
          taxOnCommission: '0',
          net: '1000',
          lines: [{ eventId: event?.id ?? '', gross: '1000', commission: '0' }],
          businessDate: '2026-07-01',
          accounts: { commission: '6210', inputTax: '1240', agencyClearing: '1150' },
        },
      ]),
    );
    await expect(remitting).rejects.toMatchObject({ code: 'PAYMENT_UNKNOWN' });
  });

  it('sets the address and the secret of nobody else', async () => {
    const before = await agencyRow(theirs.agencyId);
    // More than the command takes, past its types.
    const forged = { url: 'https://agency.example/', agencyId: theirs.agencyId };
    await asAgency(
      world,
      mine.agencyId,
      (tx, ctx) =>
        tx.$queryRaw`SELECT set_webhook_url(${JSON.stringify(ctx)}::jsonb, ${JSON.stringify(forged)}::jsonb)`,
    );
    await rotateSecretOf(mine.agencyId);
    expect(await agencyRow(theirs.agencyId)).toEqual(before);
    expect(await agencyRow(mine.agencyId)).toMatchObject({
      webhookUrl: 'https://agency.example/',
    });
  });

  it('is nobody outside a request of an agency', async () => {
    const setting = world.call(collectionCommands.setWebhookUrl, {
      url: 'https://agency.example/',
    });
    await expect(setting).rejects.toThrow(/outside an agency/);
    const rotating = world.call(collectionCommands.rotateWebhookSecret, {
      secretId: randomUUID(),
      cipher: randomBytes(32).toString('base64'),
      retiredUntil: world.clock.iso(),
      retiredMax: 1,
    });
    await expect(rotating).rejects.toThrow(/outside an agency/);
  });

  it('sees nothing at all when the fence does not know who it is', async () => {
    const seen = await world.database.transaction(context(), async (tx) => {
      await tx.$executeRaw`SET LOCAL ROLE lunas_partner`;
      return tx.$queryRaw`SELECT (SELECT count(*)::int FROM placement) AS placements,
        (SELECT count(*)::int FROM agency_case) AS cases, (SELECT count(*)::int FROM agency) AS agencies`;
    });
    expect(seen).toEqual([{ placements: 0, cases: 0, agencies: 0 }]);
  });
});

describe('an ended case', () => {
  it('no longer shows its debtor to the agency', async () => {
    const debtor = () =>
      asPartner(async (tx) => {
        const [row] = await tx.$queryRaw<{ debtor: { name: string } | null }[]>`
          SELECT debtor FROM agency_case WHERE id = ${mine.placementId}::uuid`;
        return row?.debtor;
      });
    expect(await debtor()).toMatchObject({ name: 'Warung Sari' });
    await world.call(collectionCommands.recallPlacement, {
      placementId: mine.placementId,
      reason: 'settled',
    });
    expect(await debtor()).toBeNull();
  });
});

function asPartner<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return asAgency(world, mine.agencyId, work);
}

function context() {
  const actor = { kind: 'partner', id: 'nobody', name: 'nobody' } as const;
  return { actor, origin: 'test', at: world.clock.iso(), requestId: 'test' };
}

function agencyRow(id: string) {
  return world.database.prisma.agency.findUniqueOrThrow({ where: { id } });
}

function rotateSecretOf(agencyId: string): Promise<unknown> {
  return asAgency(world, agencyId, (tx, ctx) =>
    rotateWebhookSecret(tx, ctx, { agencyId, key: randomBytes(32) }),
  );
}

function reportPayment({ placementId, agencyId }: AgencyCase): Promise<unknown> {
  return asAgency(world, agencyId, (tx, ctx) =>
    callIn(tx, collectionCommands.reportPlacementEvent, [ctx, aPayment(placementId)]),
  );
}

function aPayment(placementId: string) {
  return {
    placementId,
    sequence: 1,
    type: 'payment',
    amount: '1000',
    currency: 'IDR',
    occurredAt: world.clock.iso(),
    occurredOn: '2026-07-01',
    businessDate: '2026-07-01',
    contentHash: '00'.repeat(32),
    content: {},
    commissionAmount: '150',
    accounts: { agencyClearing: '1150', unappliedCash: '2220', receivables: '1210' },
  } as const;
}

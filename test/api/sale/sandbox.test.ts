import { randomUUID } from 'node:crypto';
import { createCapture } from '../../../activities/sale/capture/capture.js';
import type { Till } from '../../../activities/sale/capture/capture-catalogue.js';
import { createCaptureSources } from '../../../activities/sale/capture/capture-sources.js';
import { createClock } from '../../../platform/clock.js';
import { ROUTES } from '../../support/api-routes.js';
import { isClosedToSandbox } from '../../../contract/route.js';
import type { CapturedSale } from '../../../contract/sale/capture-sale.js';
import type { SaleBody } from '../../../contract/sale/sale-body.js';
import { aSale, aSaleOnAccount, aSaleOfTea, rupiah } from '../../support/a-sale.js';
import { verifyAfterEach } from '../../support/books.js';
import { office, type Office } from '../../support/office.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import { testContext } from '../../support/shop.js';

/** A till for trying out: every answer as from a real one, and nothing in the books. */

let open: OpenShop;
let admin: Office;
let sandboxId: string;
let token: string;

beforeAll(async () => {
  open = await openShop();
  admin = office(open.api, open.shop.tokens.admin);
  const [, terminal] = await admin('POST /v1/terminals', {
    code: 'JKT1-UJI',
    name: 'Uji coba',
    store: 'JKT1',
    sandbox: true,
  });
  sandboxId = (terminal as { id: string }).id;
  const [, { code }] = (await admin(`POST /v1/terminals/${sandboxId}/enrolment-codes`)) as [
    number,
    { code: string },
  ];
  const { body } = await open.api.send('POST', '/v1/enrolments', { body: { code } });
  ({ token } = body as { token: string });
});
afterAll(() => open.close());
verifyAfterEach(() => open);

const TOMORROW = new Date(Date.now() + 24 * 60 * 60 * 1_000).toISOString();

const SALES: Readonly<Record<string, () => SaleBody>> = {
  'paid in cash': () => aSale(),
  'on account': () => aSaleOnAccount('C-0001'),
  'on account of nobody known': () => aSaleOnAccount('C-9999'),
  'kept for later': () => aSale({ delivery: { kind: 'later', expiresAt: TOMORROW } }),
  'of an unknown item': () => aSale({ lines: [{ sku: 'NONE-1', quantity: '1' }] }),
  'at another price': () => aSaleOfTea(1),
  'at another price, that has happened': () => aSaleOfTea(1, { mode: 'completed' }),
  'of more than there is': () =>
    aSale({
      lines: [{ sku: 'KOPI-250', quantity: '100000' }],
      tenders: [{ type: 'card', amount: rupiah(4_500_000_000), reference: 'EDC-1' }],
    }),
  'tendered too little': () => aSale({ tenders: [{ type: 'cash', amount: rupiah(1) }] }),
};

describe('a sandbox terminal', () => {
  it.each(Object.entries(SALES))(
    'gets the answer of a real till to a sale %s',
    async (_name, saleOf) => {
      const body = saleOf();
      // Refused or not, the real till comes second: what it takes does not change the answer to the other.
      const tried = await put(token, { ...body, terminal: 'JKT1-UJI' });
      const real = await put(open.shop.terminalTokens[0], body);
      expect(tried.status).toBe(real.status);
      expect(comparable(tried.body)).toEqual(comparable(real.body));
    },
  );

  it('has numbers and receipts that nobody takes for real ones', async () => {
    const { body } = await sell();
    const { number, receipt, workflow } = body;
    expect(number).toMatch(/^LATIHAN-JKT1-UJI-\d{6}$/);
    expect(workflow.link).toBeNull();
    const banners = receipt.blocks.flatMap((block) =>
      block.kind === 'banner' ? [block.text] : [],
    );
    expect(banners).toEqual(['LATIHAN', 'LATIHAN']);
    const english = await sell({ language: 'en' });
    expect(JSON.stringify(english.body.receipt.blocks)).toContain('"TRAINING"');
  });

  it('gets the same answer again, and a conflict for other content', async () => {
    const saleId = randomUUID();
    const body = sandboxSale();
    const first = await put(token, body, saleId);
    const again = await put(token, { ...body, mode: 'completed' }, saleId);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.bytes).toEqual(first.bytes);
    const other = await put(token, { ...body, cashier: 'Sari' }, saleId);
    expect(other).toMatchObject({ status: 409, body: { code: 'SALE_CONFLICT' } });
  });

  it('reads, finds, hands over and copies what it sold; nobody else sees it', async () => {
    const { body: sale } = await sell({ delivery: { kind: 'later' } });
    const till = office(open.api, token);
    expect(await till(`GET /v1/sales/${sale.id}`)).toMatchObject([
      200,
      { deliveryState: 'pending' },
    ]);
    const delivery = `POST /v1/sales/${sale.id}/delivery`;
    expect(await till(delivery)).toMatchObject([201, { kind: 'delivered' }]);
    expect(await till(delivery)).toMatchObject([201, { kind: 'already-delivered' }]);
    const copy = `POST /v1/sales/${sale.id}/receipt/prints`;
    expect(await till(copy)).toMatchObject([201, { copyNumber: 1 }]);
    expect(await till(copy)).toMatchObject([201, { copyNumber: 2 }]);
    const found = await till(`GET /v1/sales?receipt=${sale.number}`);
    expect(found).toMatchObject([200, { data: [{ id: sale.id, lines: [{ returned: '0' }] }] }]);
    const asked = { terminal: 'JKT1-UJI', saleIds: [sale.id, randomUUID()] };
    const [, arrived] = await till('POST /v1/sync/reconcile', asked);
    expect(arrived).toMatchObject({ missingSaleIds: [asked.saleIds[1]], quarantinedSaleIds: [] });

    const { terminalTokens, tokens } = open.shop;
    for (const as of [terminalTokens[0], tokens.storeManager, tokens.arManager]) {
      const [status] = await office(open.api, as)(`GET /v1/sales/${sale.id}`);
      expect(status).toBe(404);
      const [, list] = await office(open.api, as)(`GET /v1/sales?receipt=${sale.number}`);
      expect(list).toMatchObject({ data: [] });
    }
  });

  it('sees no sale of the company, and nobody else sells at it', async () => {
    const { body } = await put(open.shop.terminalTokens[0], aSale());
    const { id } = body as CapturedSale;
    expect((await office(open.api, token)(`GET /v1/sales/${id}`))[0]).toBe(404);
    expect(await put(open.shop.tokens.storeManager, sandboxSale())).toMatchObject({
      status: 422,
      body: { code: 'TERMINAL_UNKNOWN' },
    });
    expect(await put(token, aSale())).toMatchObject({ body: { code: 'TERMINAL_UNKNOWN' } });
    expect(await put(token, sandboxSale(), id)).toMatchObject({ body: { code: 'SALE_CONFLICT' } });
  });

  const closed = ROUTES.map(({ contract }) => contract).filter(
    ({ access, ...route }) =>
      access.kind !== 'public' &&
      (access.kind === 'anyone' || access.roles.includes('terminal')) &&
      isClosedToSandbox({ access, ...route }),
  );
  it.each(closed)('may not $method $path', async ({ method, path }) => {
    const address = path.replaceAll(/\{\w+\}/g, randomUUID());
    const { status, body } = await open.api.send(method.toUpperCase(), address, { as: token });
    expect([status, (body as { code: string }).code]).toEqual([403, 'SANDBOX_FORBIDDEN']);
  });

  it('stays one, and a real one stays real', async () => {
    const { database } = open;
    for (const [code, sandbox] of [
      ['JKT1-UJI', false],
      ['JKT1-01', true],
    ] as const) {
      const turn = database.transaction(testContext(), (tx) =>
        tx.terminal.update({ where: { code }, data: { sandbox } }),
      );
      await expect(turn).rejects.toThrow('stays what it was made for');
    }
  });
});

describe('the books', () => {
  it('take no sale of a sandbox terminal, and lose none of a real one, whatever a caller believes', async () => {
    const real = await tillOf('JKT1-01');
    const believed = (till: Till, isSandbox: boolean) =>
      captureAs({ ...till, isSandbox }, aSale({ terminal: till.terminalCode }));
    const tried = await tillOf('JKT1-UJI');
    await expect(believed(tried, false)).rejects.toThrow('does not enter the books');
    await expect(believed(real, true)).rejects.toThrow('its sales are booked');
    expect((await believed(tried, true)).kind).toBe('captured');
  });
});

describe('an hour of trying out', () => {
  it('leaves every table of the books as it was, refused sales included', async () => {
    await sell();
    const before = await books();
    const till = office(open.api, token);
    for (let round = 0; round < 6; round += 1) {
      const bodies = Object.values(SALES).map((saleOf) => ({ ...saleOf(), terminal: 'JKT1-UJI' }));
      await Promise.all(bodies.map((body) => put(token, body)));
      const batch = bodies.map((body) => ({ ...body, saleId: randomUUID(), mode: 'completed' }));
      const [status, outcomes] = await till('POST /v1/sync', {
        sales: [...batch, { saleId: 'x' }, 7],
      });
      expect([status, outcomes]).toMatchObject([200, {}]);
      await open.api.send('PUT', `/v1/sales/${randomUUID()}`, { as: token, content: '{"lines":' });
      const { body } = await sell({ delivery: { kind: 'later' } });
      await till(`POST /v1/sales/${body.id}/delivery`);
      await till(`POST /v1/sales/${body.id}/receipt/prints`);
      await till('POST /v1/basket-prices', {
        terminal: 'JKT1-UJI',
        lines: [{ sku: 'KOPI-250', quantity: '2' }],
      });
    }
    expect(await open.database.prisma.sandboxSale.count()).toBeGreaterThan(60);
    expect(await books()).toEqual(before);
  });

  it('is forgotten after a day', async () => {
    const { prisma } = open.database;
    const kept = await prisma.sandboxSale.count();
    const later = new Date(Date.now() + 25 * 60 * 60 * 1_000).toISOString();
    await captureAs(await tillOf('JKT1-UJI'), sandboxSale({ mode: 'completed' }), later);
    expect([kept > 1, await prisma.sandboxSale.count()]).toEqual([true, 1]);
  });
});

async function tillOf(code: string): Promise<Till> {
  const till = (await createCaptureSources(open.database).priceBook()).till(code);
  if (till === undefined) throw new Error(`there is no till ${code}`);
  return till;
}

/** Captures at a till as the caller believes it to be. */
function captureAs(till: Till, body: SaleBody, at?: string) {
  const sources = createCaptureSources(open.database);
  const believing = async () => ({ ...(await sources.priceBook()), till: () => till });
  const capture = createCapture({
    database: open.database,
    clock: createClock(),
    sources: { ...sources, priceBook: believing, freshPriceBook: believing },
    workflowLink: () => null,
  });
  const { terminalId } = till;
  return capture({ saleId: randomUUID(), body, seller: { terminalId }, ctx: testContext(at) });
}

/** Rows and bytes of every table but the two in which a sandbox terminal leaves something. */
async function books(): Promise<Record<string, unknown>> {
  const { prisma } = open.database;
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`;
  const read = tables.map(async ({ name }) => {
    const [row] = await prisma.$queryRawUnsafe<{ rows: number; digest: string }[]>(
      `SELECT count(*)::integer AS rows, md5(string_agg(t::text, '|' ORDER BY t::text)) AS digest FROM "${name}" t`,
    );
    return [name, row] as const;
  });
  const all = Object.fromEntries(await Promise.all(read));
  expect(Object.keys(all).length).toBeGreaterThan(80);
  // The answers themselves, and the keys of its commands, which name no thing of the company.
  const { sandbox_sale: _sales, idempotency_record: _keys, ...rest } = all;
  return rest;
}

function sandboxSale(changes: Partial<SaleBody> = {}): SaleBody {
  return aSale({ terminal: 'JKT1-UJI', ...changes });
}

function put(as: string, body: SaleBody, saleId: string = randomUUID()) {
  return open.api.send('PUT', `/v1/sales/${saleId}`, { as, body });
}

async function sell(changes: Partial<SaleBody> = {}): Promise<{ body: CapturedSale }> {
  const { status, body } = await put(token, sandboxSale(changes));
  expect([status, body]).toMatchObject([201, {}]);
  return { body: body as CapturedSale };
}

/** What must be the same: all but identity, till, moment and what marks it. */
function comparable(body: unknown): unknown {
  const {
    id: _id,
    number: _number,
    bookedAt: _at,
    receipt: _paper,
    workflow: _life,
    terminal: _till,
    cashier: _by,
    requestId: _request,
    instance: _instance,
    ...rest
  } = body as Record<string, unknown>;
  return rest;
}

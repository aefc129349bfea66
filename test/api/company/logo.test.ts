import { createDeviceActivities } from '../../../activities/receipt/receipt-activities.js';
import { API_LIMITS } from '../../../api/limits.js';
import { loadInvoicePaper } from '../../../activities/invoice/invoice-paper.js';
import { ESCPOS_MEDIA_TYPE } from '../../../contract/receipt/receipt.js';
import { toLogo } from '../../../devices/logo/to-logo.js';
import type { CapturedSale } from '../../../contract/sale/capture-sale.js';
import { createPrinterSimulator } from '../../../simulators/printer/simulator.js';
import { captureAt } from '../../support/capture-at.js';
import { createInvoicing } from '../../support/invoiced-sale.js';
import { lastChange, office, type Office } from '../../support/office.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import { aLogoFile, jpeg } from '../../support/pictures.js';
import { settableClock, type SettableClock } from '../../support/settable-clock.js';
import pino from 'pino';

/** The logo of the company: handed in, on documents from then on, and on those of before as it was. */

let open: OpenShop;
let clock: SettableClock;
let admin: Office;

beforeAll(async () => {
  clock = settableClock('2026-11-30T03:00:00Z');
  open = await openShop({ clock, limits: { ...API_LIMITS, documentsPerSecond: 1_000 } });
  admin = office(open.api, open.shop.tokens.admin);
});
afterAll(() => open.close());
afterEach(async () => {
  await change(() => choose(null));
});

const HALF_AN_HOUR_MS = 1_800_000;
const FIRST = aLogoFile();
const SECOND = jpeg('baseline');

describe('the logo of the company', () => {
  it('is handed in as bytes, kept as a picture of ours, shown to everybody who has signed in', async () => {
    expect(await read()).toMatchObject({ logo: null });
    const { status, body } = await handIn(FIRST, 'text/plain');
    expect([status, body]).toMatchObject([200, { logo: { width: 400, height: 160 } }]);
    const { logo, legalEntityId } = body as Own;
    const picture = await open.api.send('GET', `/v1/logos/${logo?.id}`, {
      as: open.shop.terminalTokens[0],
    });
    expect(picture.bytes).toEqual(toLogo(FIRST));
    expect([picture.headers.get('content-type'), picture.headers.get('cache-control')]).toEqual([
      'image/png',
      expect.stringContaining('immutable'),
    ]);
    expect(await lastChange(open.database, 'legal_entity', legalEntityId)).toMatchObject({
      before: { logo_id: null },
      after: { logo_id: logo?.id },
    });
    const kept = await lastChange(open.database, 'logo', logo?.id ?? '');
    expect(kept.after).not.toHaveProperty('content');
    expect(kept.after).toHaveProperty('digest');
  });

  it('stands on documents from then on; those of before carry what they carried', async () => {
    const bare = await invoiced();
    const first = await change(() => handIn(FIRST));
    const one = await invoiced();
    const second = await change(() => handIn(SECOND));
    const two = await invoiced();
    await change(() => choose(null));
    const none = await invoiced();
    const logos = await Promise.all([bare, one, two, none].map(logoOn));
    expect(logos).toEqual([undefined, first, second, undefined]);
  });

  it('is taken back and put back, and the same picture again changes nothing', async () => {
    const [logos, past] = await count();
    const first = await change(() => handIn(FIRST));
    await change(() => choose(null));
    expect(await change(() => choose(first ?? null))).toBe(first);
    expect(await change(() => handIn(FIRST))).toBe(first);
    expect(await count()).toEqual([logos, past + 3]);
    const unknown = '01937f5e-8a10-7c3e-9d42-5b6a7c8d9e10';
    const refused = await admin('PUT /v1/company/logo/choice', { logoId: unknown });
    expect(refused).toMatchObject([422, { code: 'LOGO_UNKNOWN', param: 'logoId' }]);
  });

  it('is refused with its code, and nothing is changed', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect(await handIn(svg, 'image/png')).toMatchObject({
      status: 422,
      body: { code: 'LOGO_FORMAT_UNSUPPORTED', detail: expect.stringContaining('SVG') as unknown },
    });
    const cut = FIRST.subarray(0, FIRST.length - 20);
    expect(await handIn(cut)).toMatchObject({ status: 422, body: { code: 'LOGO_DAMAGED' } });
    const large = Buffer.concat([FIRST, Buffer.alloc(1_048_577)]);
    expect(await handIn(large)).toMatchObject({ status: 413, body: { code: 'PAYLOAD_TOO_LARGE' } });
    const { storeManager } = open.shop.tokens;
    const foreign = { as: storeManager, content: new Uint8Array(FIRST) };
    expect((await open.api.send('PUT', '/v1/company/logo', foreign)).status).toBe(403);
    expect(await read()).toMatchObject({ logo: null });
  });
});

describe('the logo on receipts', () => {
  it('is that of the sale, in every form, on paper and on a copy, whatever came since', async () => {
    const first = await change(() => handIn(FIRST));
    const sale = await sell();
    expect(logosIn(sale.receipt)).toEqual([first]);
    const before = await forms(sale.id);
    await change(() => handIn(SECOND));
    expect(await forms(sale.id)).toEqual(before);
    expect(logosIn((await sell()).receipt)).not.toEqual([first]);

    const printer = await createPrinterSimulator({ port: 0 });
    await onPrinter(printer.port);
    await devices().printReceipt({ saleId: sale.id });
    const [status, copy] = await office(
      open.api,
      open.shop.terminalTokens[0],
    )(`POST /v1/sales/${sale.id}/receipt/prints`);
    expect(status).toBe(201);
    await devices().printCopy(copy as { printJobId: string });
    const images = printer.jobs().map(({ marks }) => marks.filter(({ kind }) => kind === 'image'));
    await printer.close();
    expect(images.map(({ length }) => length)).toEqual([1, 1]);
    expect(images[1]).toEqual(images[0]);
  });
});

type Own = Readonly<{ legalEntityId: string; logo: Readonly<{ id: string }> | null }>;

function handIn(file: Buffer, type = 'application/octet-stream') {
  return open.api.send('PUT', '/v1/company/logo', {
    as: open.shop.tokens.admin,
    content: new Uint8Array(file),
    headers: { 'content-type': type },
  });
}

async function choose(logoId: string | null) {
  const [status, body] = await admin('PUT /v1/company/logo/choice', { logoId });
  return { status, body };
}

/** Changes the logo, half an hour after everything before. Answers its id. */
async function change(
  act: () => Promise<Readonly<{ status: number; body: unknown }>>,
): Promise<string | undefined> {
  later();
  const { status, body } = await act();
  expect([status, body]).toMatchObject([200, {}]);
  later();
  return (body as Own).logo?.id;
}

function later(): void {
  clock.set(new Date(clock.nowMs() + HALF_AN_HOUR_MS).toISOString());
}

async function read(): Promise<unknown> {
  return (await admin('GET /v1/company'))[1];
}

/** Logos that are kept, and what stood on documents before. */
function count(): Promise<readonly [number, number]> {
  const { logo, legalEntityPast } = open.database.prisma;
  return Promise.all([logo.count(), legalEntityPast.count()]);
}

async function invoiced(): Promise<string> {
  return (await createInvoicing(open.database, open.shop, clock)()).invoiceId;
}

async function logoOn(invoiceId: string): Promise<string | undefined> {
  return (await loadInvoicePaper(open.database, { invoiceId })).seller.logo?.id;
}

async function sell(): Promise<CapturedSale> {
  const { database } = open;
  const customer = open.shop.customers.warung.number;
  return (await captureAt({ database, clock }, { customer }, { mode: 'completed' })).sale;
}

function logosIn({ blocks }: CapturedSale['receipt']): string[] {
  return blocks.flatMap((block) => (block.kind === 'logo' ? [block.logoId] : []));
}

async function forms(saleId: string): Promise<Buffer[]> {
  const types = ['application/json', 'text/plain', 'application/pdf', ESCPOS_MEDIA_TYPE];
  const answers = types.map((accept) =>
    open.api.send('GET', `/v1/sales/${saleId}/receipt`, {
      as: open.shop.tokens.arManager,
      headers: { accept },
    }),
  );
  const received = await Promise.all(answers);
  expect(received.map(({ status }) => status)).toEqual(types.map(() => 200));
  return received.map(({ bytes }) => bytes);
}

function onPrinter(port: number) {
  const ctx = {
    actor: { kind: 'system', id: 't', name: 't' },
    origin: 't',
    requestId: 't',
  } as const;
  return open.database.transaction({ ...ctx, at: clock.iso() }, (tx) =>
    tx.printer.updateMany({ data: { host: '127.0.0.1', port } }),
  );
}

function devices() {
  return createDeviceActivities({
    database: open.database,
    clock,
    logger: pino({ level: 'silent' }),
    printers: { environment: 'development' },
  });
}

import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import pino from 'pino';
import { startApi, type TestApi } from '../../support/api-client.js';
import { aSale } from '../../support/a-sale.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';

const CARD = '5105105105105100';
const IN_HEX = Buffer.from(CARD).toString('hex');
/** Ends in the same four digits, and begins with others. */
const OTHER_CARD = '4111111100005100';
const ESCAPED = CARD.split('')
  .map((digit) => `\\u003${digit}`)
  .join('');

let open: OpenShop;
let api: TestApi;
const logged: string[] = [];

beforeAll(async () => {
  open = await openShop();
  const logger = pino({}, { write: (line: string) => void logged.push(line) });
  api = await startApi(open.database, { logger });
});

afterAll(async () => {
  await api.close();
  await open.close();
});

type Put = Readonly<{
  path?: string;
  content: string | Buffer;
  headers?: Readonly<Record<string, string>>;
}>;

const completed = (changes: object = {}) =>
  JSON.stringify(aSale({ mode: 'completed', ...changes }));
const withLine = (changes: object) =>
  completed({ lines: [{ sku: 'KOPI-250', quantity: '1', ...changes }] });

/** Where a till may write a card number, and the status that it gets. */
const PLACES: readonly (readonly [place: string, status: number, put: Put])[] = [
  ['an unknown SKU', 201, { content: withLine({ sku: `EDC-${CARD}` }) }],
  ['an unknown barcode', 201, { content: withLine({ sku: undefined, barcode: `${CARD} 12/27` }) }],
  ['an unknown tax code', 201, { content: withLine({ sku: 'NOPE', taxCode: `T${CARD}` }) }],
  ['an unknown customer', 201, { content: completed({ customer: `PLG-${CARD}` }) }],
  ['the name of the cashier', 201, { content: completed({ cashier: `Sari+${CARD}` }) }],
  ['the request id', 201, { content: completed(), headers: { 'X-Request-Id': `r-${CARD}` } }],
  ['the name of the program', 201, { content: completed(), headers: { 'User-Agent': CARD } }],
  ['the media type', 415, { content: completed(), headers: { 'Content-Type': `x/y; a=${CARD}` } }],
  ['a name that nobody knows', 400, { content: `{"${CARD}":1}` }],
  ['escapes of a refused body', 400, { content: `{"a":"${ESCAPED}"}` }],
  ['an unknown SKU of a refused body', 400, { content: withLine({ sku: `E${CARD}`, a: 1 }) }],
  ['two codes of a refused body', 400, { content: withLine({ sku: `${CARD}/${CARD}`, a: 1 }) }],
  ['the address', 400, { path: `/v1/sales/${CARD}`, content: completed() }],
  ['an escaped address', 400, { path: `/v1/sales/%35${CARD.slice(1)}`, content: completed() }],
];

describe('a card number that a till sends', () => {
  it.each(PLACES)('in %s is neither kept nor logged', async (_place, status, put) => {
    const answer = await send(put);
    expect(answer.status).toBe(status);
    // What is refused names the field that the caller sent.
    expect(status < 300 && answer.text.includes(CARD)).toBe(false);
    expect(await tablesWithIt()).toEqual([]);
    expect(logged.filter((line) => /5105105105105100|%35105105105105100/.test(line))).toEqual([]);
  });

  it('in UTF-16 is not kept either', async () => {
    const content = Buffer.from(completed({ cashier: CARD }), 'utf16le');
    expect((await send({ content })).status).toBe(400);
    const wide = Buffer.from(CARD, 'utf16le').toString('hex').slice(0, -2);
    expect(await tablesWithIt(wide)).toEqual([]);
  });

  it('is not kept as the key of a command, which says what it said before', async () => {
    const as = open.shop.terminalTokens[0];
    const saleId = randomUUID();
    await api.send('PUT', `/v1/sales/${saleId}`, { as, body: aSale() });
    const print = (key: string) => {
      const headers = { 'Idempotency-Key': key };
      return api.send('POST', `/v1/sales/${saleId}/receipt/prints`, { as, headers });
    };
    const first = await print(`k-${CARD}`);
    expect(first.status).toBeLessThan(300);
    const again = await print(`k-${CARD}`);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    const other = await print(`k-${OTHER_CARD}`);
    expect(other.headers.get('idempotency-replayed')).toBeNull();
    expect(await tablesWithIt()).toEqual([]);
  });
});

/** Not by `fetch`, which writes addresses in its own way. */
function send({ path = `/v1/sales/${randomUUID()}`, content, headers }: Put) {
  const token = open.shop.terminalTokens[0] ?? '';
  const sent = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}`, ...headers };
  return new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const call = request(api.url, { path, method: 'PUT', headers: sent }, (answer) => {
      let text = JSON.stringify(answer.headers);
      answer.setEncoding('utf8').on('data', (more: string) => (text += more));
      answer.on('end', () => resolve({ status: answer.statusCode, text }));
    });
    call.on('error', reject);
    call.end(content);
  });
}

/** The tables of which a row holds it, in clear or in kept bytes. */
async function tablesWithIt(inHex = IN_HEX): Promise<string[]> {
  const { prisma } = open.database;
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    SELECT relname AS name FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND has_table_privilege(oid, 'SELECT')`;
  const found = [];
  for (const { name } of tables) {
    const rows = await prisma.$queryRawUnsafe<unknown[]>(
      `SELECT 1 FROM "${name}" one WHERE one::text LIKE '%${CARD}%' OR one::text LIKE '%${inHex}%' LIMIT 1`,
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}

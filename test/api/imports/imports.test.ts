import { createImportActivities } from '../../../activities/imports/import-activities.js';
import { createClock } from '../../../platform/clock.js';
import { aSale } from '../../support/a-sale.js';
import { listenToEvents } from '../../support/event-stream.js';
import { carry } from '../../support/imports.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import { untilTrue } from '../../support/until.js';

let open: OpenShop;

beforeAll(async () => {
  open = await openShop();
});

afterAll(() => open.close());

const FILE = 'sku,name,harga,taxCode\nA-1,Kopi,100,PPN\nA-2,=CMD,seribu,PPN\nA-3,Teh,200,PPN\n';

function call(
  method: string,
  path: string,
  parts: { role?: 'admin' | 'arManager' | 'auditor'; content?: string; body?: unknown } = {},
) {
  const { role = 'admin', content, body } = parts;
  return open.api.send(method, path, {
    as: open.shop.tokens[role],
    ...(content === undefined ? {} : { content }),
    ...(body === undefined ? {} : { body, headers: { 'idempotency-key': `k${Math.random()}` } }),
  });
}

describe('POST /v1/imports', () => {
  it('keeps the file, tells the progress, the report of each row, and gives the bad rows back to be mended', async () => {
    const sent = await call('POST', '/v1/imports?kind=items', { content: FILE });
    expect(sent).toMatchObject({ status: 202, body: { status: 'received' } });
    const { id } = sent.body as { id: string };
    expect(sent.headers.get('location')).toBe(`/v1/imports/${id}`);
    expect((await call('GET', `/v1/imports/${id}`)).body).toMatchObject({
      format: null,
      rows: { total: 0 },
    });

    await carry(open.database, id);
    expect((await call('GET', `/v1/imports/${id}`)).body).toMatchObject({
      status: 'done',
      rows: { total: 3, written: 2, refused: 1, waiting: 0 },
      format: {
        encoding: 'utf-8',
        delimiter: ',',
        columns: [{ field: 'sku', column: 'sku' }, {}, {}, {}],
        unused: [],
      },
    });
    const { body: report } = await call('GET', `/v1/imports/${id}/rows?status=refused`);
    expect(report).toMatchObject({
      data: [
        {
          line: 3,
          cells: ['A-2', '=CMD', 'seribu', 'PPN'],
          faults: [
            {
              column: 'harga',
              field: 'unitPrice',
              value: 'seribu',
              code: 'IMPORT_NUMBER_UNREADABLE',
            },
          ],
        },
      ],
      nextCursor: null,
    });
    const rejected = await call('GET', `/v1/imports/${id}/rejected`);
    expect(rejected.headers.get('content-type')).toContain('text/csv');
    const text = rejected.bytes.toString();
    expect(text).toBe("sku,name,harga,taxCode\r\nA-2,'=CMD,seribu,PPN\r\n");

    const mended = await call('POST', '/v1/imports?kind=items', {
      content: text.replace('seribu', '1000'),
    });
    const { rows } = await carry(open.database, (mended.body as { id: string }).id);
    expect(rows).toEqual({ written: 1 });
    const item = await open.database.prisma.item.findUnique({ where: { sku: 'A-2' } });
    expect(item?.name).toBe('=CMD');
  });

  it('answers the first id for the same bytes, and pages through the rows', async () => {
    const first = await call('POST', '/v1/imports?kind=items', { content: FILE });
    expect(first.headers.get('idempotency-replayed')).toBe('true');
    const { id } = first.body as { id: string };
    const { body } = await call('GET', `/v1/imports/${id}/rows?limit=2`);
    const { nextCursor, data } = body as { nextCursor: string; data: unknown[] };
    expect(data).toHaveLength(2);
    const rest = await call('GET', `/v1/imports/${id}/rows?limit=2&cursor=${nextCursor}`);
    expect(rest.body).toMatchObject({ data: [{ line: 4 }], nextCursor: null });
    const list = await call('GET', '/v1/imports?kind=items&status=done&limit=1');
    expect(list.body).toMatchObject({
      data: [{ kind: 'items' }],
      nextCursor: expect.any(String) as string,
    });
  });

  it('reports alone in a dry run', async () => {
    const sent = await call('POST', '/v1/imports?kind=items&dryRun=true', {
      content: FILE.replaceAll('A-', 'D-'),
    });
    const { id } = sent.body as { id: string };
    await carry(open.database, id);
    expect((await call('GET', `/v1/imports/${id}`)).body).toMatchObject({
      mode: 'dry-run',
      rows: { wouldBeWritten: 2, written: 0, refused: 1 },
    });
  });

  it.each([
    ['/v1/imports?kind=items', '', { status: 400, body: { code: 'BODY_REQUIRED' } }],
    ['/v1/imports?kind=moon', FILE, { status: 400, body: { code: 'FIELD_INVALID' } }],
    ['/v1/imports', FILE, { status: 400, body: { code: 'FIELD_REQUIRED' } }],
    [
      '/v1/imports?kind=items&profile=none',
      FILE,
      { status: 422, body: { code: 'IMPORT_PROFILE_UNKNOWN' } },
    ],
  ])('%s with %j is refused', async (path, content, answer) => {
    expect(await call('POST', path, { content })).toMatchObject(answer);
  });

  it('tells why a file is refused, and where', async () => {
    const sent = await call('POST', '/v1/imports?kind=items', { content: 'a,b\n1,2\n' });
    const { id } = sent.body as { id: string };
    await carry(open.database, id);
    expect((await call('GET', `/v1/imports/${id}`)).body).toMatchObject({
      status: 'refused',
      refusal: { code: 'IMPORT_HEADER_MISSING', place: 'line 1' },
    });
  });
});

describe('POST /v1/imports/{importId}/undoing', () => {
  it('takes all rows back, and says when there is nothing to take back', async () => {
    const content = 'sku,name,harga,taxCode\nX-1,Kopi,100,PPN\n';
    const sent = await call('POST', '/v1/imports?kind=items', { content });
    const { id } = sent.body as { id: string };
    await carry(open.database, id);
    const path = `/v1/imports/${id}/undoing`;
    const role = 'arManager';
    expect(await call('POST', path, { role, body: {} })).toMatchObject({ status: 404 });
    expect(await call('POST', path, { body: {} })).toMatchObject({
      status: 200,
      body: { status: 'undone', undoneAt: expect.any(String) as string, rows: { undone: 1 } },
    });
    expect(await call('POST', path, { body: {} })).toMatchObject({
      status: 409,
      body: { code: 'IMPORT_UNDONE' },
    });
    const again = await call('POST', '/v1/imports?kind=items', { content });
    expect((again.body as { id: string }).id).not.toBe(id);
  });
});

describe('import profiles', () => {
  it('are saved under their code, listed, and changed', async () => {
    const profile = { name: 'Kasir', kind: 'items', columns: { sku: 'PLU' } };
    const saved = await call('PUT', '/v1/import-profiles/kasir', { body: profile });
    expect(saved).toMatchObject({
      status: 200,
      body: { code: 'kasir', decimalMark: null, defaults: {} },
    });
    await call('PUT', '/v1/import-profiles/kasir', { body: { ...profile, decimalMark: ',' } });
    expect((await call('GET', '/v1/import-profiles')).body).toMatchObject({
      data: [{ code: 'kasir', decimalMark: ',' }],
    });
    const wrong = { ...profile, columns: { colour: 'Warna' } };
    expect(await call('PUT', '/v1/import-profiles/kasir', { body: wrong })).toMatchObject({
      status: 422,
      body: { code: 'IMPORT_FIELD_UNKNOWN', param: 'columns.colour' },
    });
  });
});

describe('the progress of an import', () => {
  const listen = (as: string) => listenToEvents(open.api, { as });
  type Stream = Awaited<ReturnType<typeof listen>>;
  const toldOf = ({ frames }: Stream, id: string) =>
    frames().flatMap(({ event, data }) => (event === 'import' && data.id === id ? [data] : []));

  it('is told while it runs, at most once a second, to who reads its kind and to nobody else', async () => {
    const { tokens, terminalTokens } = open.shop;
    const admin = await listen(tokens.admin);
    const auditor = await listen(tokens.auditor);
    const others = [await listen(tokens.arManager), await listen(tokens.storeManager)];
    const activities = createImportActivities({
      database: open.database,
      clock: createClock(),
      hint: () => {},
    });
    const rows = Array.from(
      { length: 600 },
      (_, row) => `P-${row},Kopi,${row % 2 ? 100 : 'x'},PPN`,
    );
    const content = `sku,name,harga,taxCode\n${rows.join('\n')}\n`;
    const sent = await call('POST', '/v1/imports?kind=items', { content });
    const importId = (sent.body as { id: string }).id;
    const began = performance.now();
    const isTold = (stream: Stream, part: object) =>
      untilTrue(async () =>
        toldOf(stream, importId).some((one) => {
          const { status, rows: told } = one;
          return Object.entries(part).every(
            ([name, value]) => ({ ...told, status })[name] === value,
          );
        }),
      );
    await isTold(admin, { status: 'received', total: 0 });
    await activities.readImportPart({ importId });
    await isTold(admin, { status: 'read', waiting: 600 });
    await activities.bookImportPart({ importId });
    await isTold(admin, { status: 'read', waiting: 100, written: 250, refused: 250 });
    await carry(open.database, importId);
    await isTold(admin, { status: 'done', waiting: 0, written: 300, refused: 300 });
    const seconds = (performance.now() - began) / 1_000;
    expect(toldOf(admin, importId).length).toBeLessThanOrEqual(Math.ceil(seconds) + 1);
    await isTold(auditor, { status: 'done', written: 300 });

    const saleId = crypto.randomUUID();
    await open.api.send('PUT', `/v1/sales/${saleId}`, { as: terminalTokens[0], body: aSale() });
    await untilTrue(async () => others.every(({ frames }) => frames().length > 0));
    expect(others.flatMap((stream) => toldOf(stream, importId))).toEqual([]);
    expect(admin.frames().every(({ event, id }) => event === 'import' && id === '')).toBe(true);
  });
});

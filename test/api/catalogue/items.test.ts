import { randomUUID } from 'node:crypto';
import { aSale, rupiah } from '../../support/a-sale.js';
import { office, type Answered } from '../../support/office.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';

/** Items are changed, withdrawn and found by calls. */

let open: OpenShop;

beforeAll(async () => {
  open = await openShop();
});
afterAll(() => open.close());

type Item = Readonly<{ id: string; sku: string; barcodes: string[]; [field: string]: unknown }>;

const SOAP = {
  name: 'Sabun 100 g',
  nameEn: 'Soap 100 g',
  pack: 'karton isi 48',
  category: 'household',
  class: 'B',
  brand: 'Contoh',
  supplier: 'PT Pemasok Contoh',
  minimumLevel: '24',
  taxCode: 'PPN',
};

describe('an item', () => {
  it('keeps all that is said of it, and a change replaces it all', async () => {
    const item = await add('SABUN-1');
    expect(item).toMatchObject({ ...SOAP, sku: 'SABUN-1', weighed: false, withdrawnAt: null });
    const change = { name: 'Sabun batang', category: 'household', taxCode: 'PPN-EXEMPT' };
    const changed = await call('PUT', `/v1/items/${item.id}`, change);
    expect(changed).toMatchObject([
      200,
      { ...change, nameEn: null, pack: null, minimumLevel: '0' },
    ]);
    expect(await call('GET', `/v1/items/${item.id}`)).toEqual(changed);
  });

  it('leaves in the trail what it was before, and what after, and who changed it', async () => {
    const item = await add('SABUN-2');
    await call('PUT', `/v1/items/${item.id}`, { ...SOAP, brand: 'Baru' });
    const row = await open.database.prisma.auditRow.findFirstOrThrow({
      where: { tableName: 'item', rowId: item.id, action: 'update' },
    });
    expect(row).toMatchObject({
      actorKind: 'user',
      before: { brand: 'Contoh' },
      after: { brand: 'Baru' },
    });
  });

  it.each([
    [{ taxCode: 'VAT' }, 422, 'TAX_CODE_UNKNOWN', 'taxCode'],
    [{ weighed: true }, 422, 'QUANTITY_STEP_INVALID', 'quantityStep'],
    [{ quantityStep: '0' }, 422, 'QUANTITY_STEP_INVALID', 'quantityStep'],
    [{ minimumLevel: '-1' }, 422, 'MINIMUM_LEVEL_NEGATIVE', 'minimumLevel'],
    [{ minimumLevel: '0.0001' }, 422, 'QUANTITY_TOO_PRECISE', 'minimumLevel'],
    [{ unit: 'kg' }, 409, 'ITEM_HAS_MOVED', 'unit'],
    [{ stocked: false }, 409, 'ITEM_HAS_MOVED', 'stocked'],
    [{ sku: 'OTHER' }, 400, 'FIELD_UNKNOWN', 'sku'],
    [{ name: '' }, 400, 'FIELD_INVALID', 'name'],
  ])('refuses the change %p', async (change, ...[status, code, param]) => {
    const tea = `/v1/items/${open.shop.items.tea.id}`;
    const before = await call('GET', tea);
    expect(await call('PUT', tea, { ...SOAP, ...change })).toMatchObject([status, { code, param }]);
    expect(await call('GET', tea)).toEqual(before);
  });

  it('that is not there is not found', async () => {
    const path = `/v1/items/${randomUUID()}`;
    const refused = [404, { code: 'ITEM_NOT_FOUND', param: 'itemId' }];
    expect(await call('GET', path)).toMatchObject(refused);
    expect(await call('PUT', path, SOAP)).toMatchObject(refused);
    expect(await call('POST', `${path}/withdrawal`, {})).toMatchObject(refused);
    expect(await call('DELETE', `${path}/withdrawal`)).toMatchObject(refused);
  });
});

describe('the search for items', () => {
  it('takes % and _ as the letters that they are', async () => {
    await add('DISKON-1', { name: 'Label 50% lebih' });
    await add('DISKON-2', { name: 'Label_biru' });
    expect(await found('q=%25')).toEqual(['DISKON-1']);
    expect(await found('q=_')).toEqual(['DISKON-2']);
    expect(await found('q=%5C')).toEqual([]);
  });

  it('finds by brand and by the English name, and tells withdrawn items apart', async () => {
    const { id } = await add('TINTA-1', { nameEn: 'Printer ink', brand: 'Epsilon' });
    expect([await found('q=printer%20INK'), await found('q=epsi')]).toEqual([
      ['TINTA-1'],
      ['TINTA-1'],
    ]);
    await call('POST', `/v1/items/${id}/withdrawal`, {});
    expect([await found('q=epsi&state=sold'), await found('q=epsi&state=withdrawn')]).toEqual([
      [],
      ['TINTA-1'],
    ]);
  });
});

describe('a barcode', () => {
  const FREE = '8990000000105';

  it('is added, removed, and then free for another item', async () => {
    const [one, two] = [await add('KODE-1'), await add('KODE-2')];
    expect(await give(one, FREE)).toMatchObject([201, { barcodes: [FREE] }]);
    expect(await give(two, FREE)).toMatchObject([409, { code: 'BARCODE_TAKEN', param: 'barcode' }]);
    expect(await give(one, FREE)).toMatchObject([409, { code: 'BARCODE_TAKEN' }]);
    expect(await take(two, FREE)).toMatchObject([404, { code: 'BARCODE_UNKNOWN' }]);
    expect(await take(one, FREE)).toMatchObject([200, { barcodes: [] }]);
    expect(await take(one, FREE)).toMatchObject([200, { barcodes: [] }]);
    expect(await give(two, FREE)).toMatchObject([201, { barcodes: [FREE] }]);
    expect(await found(`q=${FREE}`)).toEqual(['KODE-2']);
  });

  it('goes to one of two items that want it at the same moment', async () => {
    const items = [await add('KODE-3'), await add('KODE-4')];
    const answers = await Promise.all(items.map((item) => give(item, '8990000000112')));
    expect(new Set(answers.map(([status]) => status))).toEqual(new Set([201, 409]));
  });

  it.each(['8990000000104', '8990000000100'])(
    'with a wrong check digit, %s, is refused',
    async (code) => {
      const refused = [422, { code: 'BARCODE_MALFORMED', param: 'barcode' }];
      expect(await give(open.shop.items.tea, code)).toMatchObject(refused);
    },
  );

  it('that was removed while a till was offline is still the item that was sold by it', async () => {
    const item = await add('KODE-5');
    await give(item, '8990000000129');
    await take(item, '8990000000129');
    const lines = [{ barcode: '8990000000129', quantity: '1' }];
    expect(await sell({ lines })).toMatchObject([422, { code: 'SKU_UNKNOWN' }]);
    const booked = await sell({ lines, mode: 'completed' });
    expect(booked).toMatchObject([
      201,
      { lines: [{ sku: 'KODE-5' }], exceptions: [{ kind: 'stock-short' }] },
    ]);
  });
});

describe('an item that was withdrawn', () => {
  it('is refused online with what is sold instead, and booked when it has been sold already', async () => {
    const [old, next] = [await add('LAMA-1'), await add('BARU-1')];
    const lines = [{ sku: old.sku, quantity: '1' }];
    const withdrawn = await call('POST', `/v1/items/${old.id}/withdrawal`, {
      replacedBy: next.sku,
    });
    expect(withdrawn).toMatchObject([200, { active: false, replacedBy: 'BARU-1' }]);
    const detail = 'Item LAMA-1 is no longer sold. Item BARU-1 is sold instead.';
    expect(await sell({ lines })).toMatchObject([
      422,
      { code: 'ITEM_WITHDRAWN', param: 'lines[0].sku', detail },
    ]);
    expect(await sell({ lines, mode: 'completed' })).toMatchObject([
      201,
      { lines: [{ sku: 'LAMA-1' }], exceptions: [{ kind: 'stock-short' }] },
    ]);
  });

  it('is sold again once it is brought back', async () => {
    const item = await add('LAMA-2');
    await call('POST', `/v1/items/${item.id}/withdrawal`, {});
    const back = await call('DELETE', `/v1/items/${item.id}/withdrawal`);
    expect(back).toMatchObject([200, { active: true, withdrawnAt: null, replacedBy: null }]);
    const lines = [{ sku: item.sku, quantity: '1' }];
    expect(await sell({ lines })).toMatchObject([422, { code: 'STOCK_SHORT' }]);
  });

  it('is not replaced by itself, in a circle, or by nothing that is sold', async () => {
    const [a, b, c] = [await add('LAMA-3'), await add('LAMA-4'), await add('LAMA-5')];
    const withdraw = (item: Item, replacedBy?: string) =>
      call('POST', `/v1/items/${item.id}/withdrawal`, { replacedBy });
    expect(await withdraw(a, a.sku)).toMatchObject([422, { code: 'REPLACEMENT_IN_CIRCLE' }]);
    expect(await withdraw(a, 'NONE')).toMatchObject([
      422,
      { code: 'ITEM_UNKNOWN', param: 'replacedBy' },
    ]);
    expect((await withdraw(a, b.sku))[0]).toBe(200);
    expect((await withdraw(b, c.sku))[0]).toBe(200);
    expect(await withdraw(c, a.sku)).toMatchObject([422, { code: 'REPLACEMENT_IN_CIRCLE' }]);
    expect((await withdraw(c))[0]).toBe(200);
    const last = await add('LAMA-6');
    expect(await withdraw(last, b.sku)).toMatchObject([422, { code: 'REPLACEMENT_WITHDRAWN' }]);
    expect(await call('GET', `/v1/items/${last.id}`)).toMatchObject([200, { active: true }]);
  });

  it('closes no circle when both ends of it are withdrawn at the same moment', async () => {
    const [a, b] = [await add('LAMA-7'), await add('LAMA-8')];
    const answers = await Promise.all(
      [
        [a, b],
        [b, a],
      ].map(([old, next]) =>
        call('POST', `/v1/items/${old?.id ?? ''}/withdrawal`, { replacedBy: next?.sku }),
      ),
    );
    expect(new Set(answers.map(([status]) => status))).toEqual(new Set([200, 422]));
  });
});

async function add(sku: string, fields: object = {}): Promise<Item> {
  const [status, item] = await call('POST', '/v1/items', {
    ...SOAP,
    sku,
    unitPrice: rupiah(45_000),
    ...fields,
  });
  expect([status, item]).toMatchObject([201, { sku }]);
  return item as Item;
}

function give({ id }: Readonly<{ id: string }>, barcode: string) {
  return call('POST', `/v1/items/${id}/barcodes`, { barcode });
}

function take({ id }: Item, barcode: string) {
  return call('DELETE', `/v1/items/${id}/barcodes/${barcode}`);
}

async function found(query: string): Promise<string[]> {
  const [, list] = await call('GET', `/v1/items?${query}`);
  return (list as { data: Item[] }).data.map(({ sku }) => sku);
}

async function sell(changes: object): Promise<[number, unknown]> {
  const { status, body } = await open.api.send('PUT', `/v1/sales/${randomUUID()}`, {
    as: open.shop.terminalTokens[0],
    body: aSale(changes),
  });
  return [status, body];
}

function call(method: string, path: string, body?: object): Promise<Answered> {
  return office(open.api, open.shop.tokens.admin)(`${method} ${path}`, body);
}

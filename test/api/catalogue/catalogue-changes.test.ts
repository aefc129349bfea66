import fc from 'fast-check';
import { addItem } from '../../../activities/catalogue/add-item.js';
import { changeItem } from '../../../activities/catalogue/change-item.js';
import { addBarcode, removeBarcode } from '../../../activities/catalogue/item-barcodes.js';
import {
  planPriceChange,
  withdrawPriceChange,
} from '../../../activities/catalogue/price-changes.js';
import {
  addPriceList,
  changePriceList,
  endPriceList,
} from '../../../activities/catalogue/price-lists.js';
import {
  addPromotion,
  changePromotion,
  endPromotion,
} from '../../../activities/catalogue/promotions.js';
import { bringItemBack, withdrawItem } from '../../../activities/catalogue/withdraw-item.js';
import { promotionTerms } from '../../../contract/sale/promotion-fields.js';
import { Refusal } from '../../../domain/refusal.js';
import type { Transaction } from '../../../prisma/database.js';
import { createTill, heldBy, type TillCatalogue } from '../../support/a-till.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import { testContext } from '../../support/shop.js';

/** A till that follows the changes holds what a new snapshot holds: no change is skipped, whatever runs beside it. */

let open: OpenShop;
let till: ReturnType<typeof createTill>;

beforeAll(async () => {
  open = await openShop();
  till = createTill(open.api, open.shop.terminalTokens[0]);
});
afterAll(() => open.close());

type Edit = (tx: Transaction, ctx: ReturnType<typeof testContext>) => Promise<unknown>;

let made = 0;

const anItem = () => {
  made += 1;
  return {
    sku: `UJI-${made}`,
    name: `Barang ${made}`,
    unit: 'pcs',
    category: 'uji',
    quantityStep: '1',
    taxCode: 'PPN',
    stocked: true,
    barcodes: [`B-${made}`],
    unitPrice: { amount: '1000', currency: 'IDR' },
    priceIncludesTax: true,
  };
};

/** A list for a segment of its own, so that none overlaps another. */
function listFields({ place, amount, day }: Chosen) {
  const code = `L-${place % 4}`;
  const ofAll = { storeGroup: null, channel: null, validUntil: null };
  return { code, name: `Daftar ${amount}`, segment: code, validFrom: day, ...ofAll };
}

/** Some hold at once, others later; of them some are withdrawn before. */
function promotionFields({ amount, day }: Chosen) {
  const terms = promotionTerms.parse({ offer: { kind: 'percent', percent: 1 + (amount % 9_999) } });
  const validFrom = amount % 2 === 0 ? undefined : day;
  return { name: `Promosi ${amount}`, terms, validFrom, validUntil: null };
}

type Chosen = Readonly<{ place: number; amount: number; day: string }>;

/** The items and versions that an edit is about are chosen when it runs, by a place among those that are there. */
const EDITS: Readonly<Record<string, (chosen: Chosen) => Edit>> = {
  'an item comes': () => async (tx, ctx) => addItem(tx, ctx, anItem()),
  'a name changes': (chosen) => async (tx) => {
    const { id, ...item } = await itemAt(tx, chosen);
    const fields = { ...item, quantityStep: '1', name: `Nama ${chosen.amount}` };
    const { unit, category, taxCode, stocked, quantityStep, name } = fields;
    await changeItem(tx, id, { unit, category, taxCode, stocked, quantityStep, name });
  },
  'an item goes': (chosen) => async (tx, ctx) =>
    withdrawItem(tx, ctx, { itemId: (await itemAt(tx, chosen)).id, replacedBy: undefined }),
  'an item comes back': (chosen) => async (tx) => bringItemBack(tx, (await itemAt(tx, chosen)).id),
  'a barcode comes': (chosen) => async (tx) =>
    addBarcode(tx, { itemId: (await itemAt(tx, chosen)).id, barcode: `C-${chosen.amount % 5}` }),
  'a barcode goes': () => async (tx, ctx) => {
    const known = await tx.itemBarcode.findFirst({
      where: { removedAt: null, barcode: { startsWith: 'C-' } },
    });
    if (known !== null) await removeBarcode(tx, ctx, known);
  },
  'a price changes': (chosen) => async (tx, ctx) => {
    const { sku } = await itemAt(tx, chosen);
    const unitPrice = { amount: String(chosen.amount), currency: 'IDR' };
    const effectiveFrom = chosen.amount % 2 === 0 ? undefined : chosen.day;
    await planPriceChange(tx, ctx, { items: [{ sku, unitPrice }], effectiveFrom, note: 'uji' });
  },
  'a planned price is withdrawn': () => async (tx, ctx) => {
    const planned = { withdrawnIn: null, effectiveFrom: { gte: new Date('2098-01-01') } };
    const version = await tx.catalogueVersion.findFirst({ where: planned });
    if (version !== null) await withdrawPriceChange(tx, ctx, version.version);
  },
  'a price list comes or changes': (chosen) => async (tx, ctx) => {
    const fields = listFields(chosen);
    const known = await tx.priceList.findUnique({ where: { code: fields.code } });
    if (known === null) await addPriceList(tx, ctx, fields);
    else await changePriceList(tx, ctx, { id: known.id, ...fields });
  },
  'a price list ends': () => async (tx, ctx) => {
    const list = await tx.priceList.findFirst({ orderBy: { code: 'asc' } });
    if (list !== null) await endPriceList(tx, ctx, { id: list.id, at: undefined });
  },
  'a price on a list changes': (chosen) => async (tx, ctx) => {
    const { sku } = await itemAt(tx, chosen);
    const items = [{ sku, unitPrice: { amount: String(chosen.amount), currency: 'IDR' } }];
    const priceList = listFields(chosen).code;
    await planPriceChange(tx, ctx, { items, effectiveFrom: chosen.day, priceList, note: 'uji' });
  },
  'a price on a list ends': (chosen) => async (tx, ctx) => {
    const { sku } = await itemAt(tx, chosen);
    const priceList = listFields(chosen).code;
    const effectiveFrom = chosen.amount % 2 === 0 ? undefined : chosen.day;
    const items = [{ sku, unitPrice: null }];
    await planPriceChange(tx, ctx, { items, effectiveFrom, priceList, note: 'uji' });
  },
  'a promotion comes or changes': (chosen) => async (tx, ctx) => {
    const code = `PROMO-${chosen.place % 5}`;
    const known = await tx.promotion.findUnique({ where: { code } });
    const fields = promotionFields(chosen);
    if (known === null) await addPromotion(tx, ctx, { code, ...fields });
    else await changePromotion(tx, ctx, { id: known.id, ...fields });
  },
  'a promotion ends': (chosen) => async (tx, ctx) => {
    const all = await tx.promotion.findMany({ orderBy: { code: 'asc' } });
    const one = all[chosen.place % Math.max(all.length, 1)];
    if (one !== undefined) await endPromotion(tx, ctx, { id: one.id, at: undefined });
  },
  'a rule changes':
    ({ amount }) =>
    async (tx) =>
      tx.tenderRule.updateMany({
        data: { perSaleLimitAmount: BigInt(amount), perSaleLimitCurrency: 'IDR' },
      }),
  'two things change at once': (chosen) => async (tx, ctx) => {
    await addItem(tx, ctx, anItem());
    await EDITS['a price changes']?.(chosen)(tx, ctx);
  },
};

const nothing: Edit = async () => {};

const someEdit = fc
  .record({
    what: fc.constantFrom(...Object.keys(EDITS)),
    place: fc.nat(50),
    amount: fc.integer({ min: 1, max: 99_999 }),
    day: fc.constantFrom('2098-01-01', '2098-02-01', '2099-01-01'),
  })
  .map(({ what, ...chosen }) => ({ what, run: EDITS[what]?.(chosen) ?? (async () => {}) }));

describe('snapshot(v) + deltas = snapshot(v + n)', () => {
  it('after any edits, however the pages are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(someEdit, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 4 }),
        async (edits, limit) => {
          const held = await till.snapshot();
          for (const { run } of edits) await edit(run);
          expect(heldBy(await till.delta(held, limit))).toEqual(heldBy(await till.snapshot()));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('after a list with prices gets another weight than before', async () => {
    const day = '2098-01-01';
    const chosen = (place: number, from: string) => ({ place, amount: 5_000, day: from });
    const change = (place: number, from: string) =>
      edit(EDITS['a price list comes or changes']?.(chosen(place, from)) ?? nothing);
    const { sku } = anItem();
    const unitPrice = { amount: '900', currency: 'IDR' };
    await edit((tx, ctx) => addItem(tx, ctx, { ...anItem(), sku }));
    for (const place of [1, 3]) {
      await change(place, day);
      const { code: priceList } = listFields(chosen(place, day));
      await edit((tx, ctx) =>
        planPriceChange(tx, ctx, {
          items: [{ sku, unitPrice }],
          effectiveFrom: day,
          priceList,
          note: 'uji',
        }),
      );
    }
    const held = await till.snapshot();
    for (const [place, from] of [
      [3, '2099-01-01'],
      [1, '2099-02-01'],
    ] as const) {
      await change(place, from);
      expect(heldBy(await till.delta(held))).toEqual(heldBy(await till.snapshot()));
    }
  });

  it('also when things change between the pages of the snapshot and of the delta', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someEdit, { minLength: 4, maxLength: 12 }), async (edits) => {
        const left = [...edits];
        const next = async () => edit(left.shift()?.run ?? (async () => {}));
        const snapshot = await till.snapshot(3, next);
        const held = await till.delta(await till.delta(snapshot, 1, next));
        expect(heldBy(held)).toEqual(heldBy(await till.snapshot()));
      }),
      { numRuns: 15 },
    );
  });

  it('while transactions run beside each other and end in any order', async () => {
    let held: TillCatalogue = await till.snapshot();
    let writing = true;
    const seen: number[] = [];
    const reader = (async () => {
      while (writing) {
        held = await till.delta(held, 2);
        seen.push(held.version);
      }
    })();
    const writers = Array.from({ length: 40 }, (_, index) =>
      edit(async (tx, ctx) => {
        await addItem(tx, ctx, anItem());
        if (index % 5 === 0) throw new Refusal({ code: 'X', detail: 'rolled back' });
      }),
    );
    await Promise.all(writers);
    writing = false;
    await reader;
    held = await till.delta(held);
    expect(heldBy(held)).toEqual(heldBy(await till.snapshot()));
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  it('numbers what is committed without a hole', async () => {
    const before = (await till.snapshot()).version;
    const done = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        edit(async (tx, ctx) => {
          await addItem(tx, ctx, anItem());
          if (index % 2 === 0) throw new Refusal({ code: 'X', detail: 'rolled back' });
        }),
      ),
    );
    expect(done.filter((one) => one === 'done')).toHaveLength(5);
    expect((await till.snapshot()).version).toBe(before + 5);
  });
});

describe('the catalogue', () => {
  it('is not sent again while nothing has changed', async () => {
    const first = await get('/v1/catalogue');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('content-encoding')).toBe('gzip');
    const again = await get('/v1/catalogue', { 'if-none-match': etag });
    expect([again.status, again.bytes.length, again.headers.get('etag')]).toEqual([304, 0, etag]);
    await edit(async (tx, ctx) => addItem(tx, ctx, anItem()));
    expect((await get('/v1/catalogue', { 'if-none-match': etag })).status).toBe(200);
  });

  it('is not compressed for a caller that cannot read it', async () => {
    const plain = await get('/v1/catalogue', { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.body).toEqual((await get('/v1/catalogue')).body);
  });

  it.each([
    ['since=2147483647', 409, { code: 'CATALOGUE_VERSION_UNKNOWN', param: 'since' }],
    ['since=-1', 400, { code: 'FIELD_INVALID', param: 'since' }],
    ['limit=501', 400, { code: 'FIELD_INVALID', param: 'limit' }],
    [cursor('KOPI-250', '2147483647'), 400, { code: 'CURSOR_INVALID' }],
    [cursor('KOPI-250', 'x'), 400, { code: 'CURSOR_INVALID' }],
    [`since=0&${cursor('KOPI-250', '1')}`, 400, { code: 'CURSOR_INVALID' }],
    [`since=0&${cursor('9999999999 x', '1')}`, 400, { code: 'CURSOR_INVALID' }],
  ])('refuses %s', async (query, status, problem) => {
    const answer = await get(`/v1/catalogue?${query}`);
    expect([answer.status, answer.body]).toMatchObject([status, problem]);
  });
});

function cursor(key: string, id: string): string {
  return `cursor=${Buffer.from(JSON.stringify([key, id])).toString('base64url')}`;
}

function get(path: string, headers: Readonly<Record<string, string>> = {}) {
  return open.api.send('GET', path, { as: open.shop.terminalTokens[0], headers });
}

async function itemAt(tx: Transaction, { place }: Chosen) {
  const all = await tx.item.findMany({ orderBy: { id: 'asc' } });
  const item = all[place % all.length];
  if (item === undefined) throw new Error('the shop has no items');
  return item;
}

/** In one transaction; what is refused changes nothing. */
async function edit(run: Edit): Promise<'done' | 'refused'> {
  const ctx = testContext();
  try {
    await open.database.transaction(ctx, (tx) => run(tx, ctx));
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return 'refused';
    throw error;
  }
}

import { randomUUID } from 'node:crypto';
import { creditWords } from '../../api/http/credit-words.js';
import { deliverSale } from '../../activities/sale/sale-activities.js';
import type { SaleBody } from '../../contract/sale/sale-body.js';
import type { CREDIT_REFUSALS } from '../../contract/sale/capture-errors.js';
import { Refusal } from '../../domain/refusal.js';
import { aCase } from '../support/agency-case.js';
import { rupiah } from '../support/a-sale.js';
import { asOwner } from '../support/as-owner.js';
import { captureAt } from '../support/capture-at.js';
import { openOwingShop, type OwingShop } from '../support/owing-shop.js';
import { testContext } from '../support/shop.js';

const CUSTOMER = 'C-0001';

let world: OwingShop;

type Reason = Readonly<{
  code: (typeof CREDIT_REFUSALS)[number];
  /** What makes it so, on a Wednesday, 1 July 2026. */
  given: () => Promise<unknown>;
  detail: string | RegExp;
}>;

const REASONS: readonly Reason[] = [
  {
    code: 'CREDIT_NOT_GRANTED',
    given: () => changeCredit({ currency: 'SGD', limitAmount: 0n }),
    detail: 'Credit was granted in SGD, not in IDR.',
  },
  {
    code: 'CREDIT_NOT_GRANTED',
    given: () => asOwner(world.books, (owner) => owner.query('DELETE FROM customer_credit')),
    detail: 'The customer has no credit line.',
  },
  {
    code: 'CUSTOMER_BLOCKED',
    given: () => changeCredit({ status: 'blocked' }),
    detail: 'The credit line of the customer is blocked.',
  },
  {
    code: 'CREDIT_EXPIRED',
    given: () => changeCredit({ validUntil: new Date('2026-06-30') }),
    detail: 'The credit limit of the customer ended on 30 June 2026.',
  },
  {
    code: 'CUSTOMER_PLACED',
    given: () => aCase(world, { customer: CUSTOMER, packets: 1 }),
    detail: 'A collection agency has an invoice of the customer.',
  },
  {
    code: 'CREDIT_OVERDUE',
    given: () => owedSince('2026-05-31'),
    detail:
      /^Invoice INV\S+ is overdue since 31 May 2026; after 30 days nothing more is sold on account\.$/,
  },
  {
    code: 'CREDIT_EXCEEDED',
    given: () => changeCredit({ limitAmount: 44_999n }),
    // The goods that are kept for the customer use Rp45,000 of it.
    detail: /^Rp(0|45,000) of the limit of Rp44,999 is used; the sale needs Rp45,000 more\.$/,
  },
];

const INDONESIAN: Readonly<Record<Reason['code'], RegExp>> = {
  CREDIT_NOT_GRANTED:
    /^(Kredit diberikan dalam SGD, bukan dalam IDR|Pelanggan ini tidak mempunyai batas kredit)\.$/,
  CUSTOMER_BLOCKED: /^Batas kredit pelanggan ini diblokir\.$/,
  CREDIT_EXPIRED: /^Batas kredit pelanggan ini berakhir pada 30 Jun 2026\.$/,
  CUSTOMER_PLACED: /^Faktur pelanggan ini sedang ditagih oleh agen penagihan\.$/,
  CREDIT_OVERDUE: /^Faktur INV\S+ terlambat sejak 31 Mei 2026; setelah 30 hari /,
  CREDIT_EXCEEDED:
    /^Dari batas kredit Rp44\.999, Rp(0|45\.000) sudah terpakai; .* Rp45\.000 lagi\.$/,
};

describe.each(REASONS)('$code ($detail)', ({ code, given, detail }) => {
  let keptSaleId: string;

  beforeAll(async () => {
    world = await openOwingShop();
    keptSaleId = randomUUID();
    await sell({ delivery: LATER }, keptSaleId);
    await given();
  });
  afterAll(async () => {
    await world.verify();
    await world.close();
  });

  const refused = { code, detail: expect.stringMatching(detail) as string };

  it('is said at an open till', async () => {
    await expect(sell()).rejects.toMatchObject(refused);
  });

  it('is said to the cashier in both languages', async () => {
    const refusal = await sell().catch((error: unknown) => error);
    if (!(refusal instanceof Refusal)) throw new Error('the sale is refused');
    const words = creditWords(code, refusal.facts);
    // Days are written out in the one and not in the other.
    const shortDays = refusal.detail.replace(/(\d{4}|\d+ \w{3})\w*(?= \d{4})/g, '$1');
    expect(words?.en).toBe(shortDays);
    expect(words?.id).toMatch(INDONESIAN[code]);
  });

  it('is said for an order of goods that leave later', async () => {
    await expect(sell({ delivery: LATER })).rejects.toMatchObject(refused);
  });

  it('keeps goods here that were put aside before', async () => {
    await expect(deliver(keptSaleId)).rejects.toMatchObject({ ...refused, param: 'saleId' });
  });

  it('is nothing to a sale that is paid', async () => {
    const tenders = [{ type: 'qris' as const, amount: rupiah(45_000) }];
    const { sale } = await sell({ tenders });
    expect(sale.exceptions).toEqual([]);
  });

  it('is work for a person when the sale has happened already', async () => {
    const { sale } = await sell({ mode: 'completed' });
    const kind = code.toLowerCase().replaceAll('_', '-');
    expect(sale.exceptions).toEqual([{ kind, detail: refused.detail }]);
    const work = await world.database.prisma.workItem.findMany({ where: { saleId: sale.id } });
    expect(work).toMatchObject([{ kind, detail: { detail: refused.detail } }]);
  });
});

describe('goods that were put aside on account', () => {
  beforeAll(async () => {
    world = await openOwingShop();
  });
  afterAll(() => world.close());

  it('are handed over when the limit is used by nothing but themselves', async () => {
    await changeCredit({ limitAmount: 45_000n });
    const saleId = randomUUID();
    await sell({ delivery: LATER }, saleId);
    await expect(deliver(saleId)).resolves.toEqual({ kind: 'delivered' });
  });
});

const LATER = { kind: 'later' as const };

function sell(changes: Partial<SaleBody> = {}, saleId: string = randomUUID()) {
  return captureAt(world, { customer: CUSTOMER, saleId }, changes);
}

function deliver(saleId: string) {
  return deliverSale(world, { saleId, ctx: testContext(world.clock.iso()) });
}

type CreditChange = Readonly<{
  currency?: string;
  status?: string;
  validUntil?: Date;
  limitAmount?: bigint;
}>;

function changeCredit(data: CreditChange): Promise<unknown> {
  return world.change((tx) =>
    tx.customerCredit.updateMany({ where: { customer: { number: CUSTOMER } }, data }),
  );
}

/** An invoice of the customer that was due on that day. */
async function owedSince(dueOn: string): Promise<void> {
  const { invoiceId } = await world.sell(CUSTOMER, 1);
  await world.change((tx) =>
    tx.openItem.updateMany({ where: { invoiceId }, data: { dueOn: new Date(dueOn) } }),
  );
}

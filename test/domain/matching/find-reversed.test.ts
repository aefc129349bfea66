import {
  findReversedPayment,
  type ReversibleLine,
  type SharedSigns,
} from '../../../domain/matching/find-reversed.js';
import { money } from '../../../domain/money/money.js';
import { day, invoiceNumber, referenceOf } from './some-books.js';

const reversal = {
  on: day('2026-03-12'),
  amount: money(100_000n, 'IDR'),
  references: ['BNC-1'],
  payerName: 'PT Kedai Contoh',
  payerAccount: '111222333',
  text: 'Retur',
};

/** Of nobody, without anything that tells it from others. */
const bare = {
  ...reversal,
  on: day('2026-03-10'),
  references: [],
  payerName: undefined,
  payerAccount: undefined,
  text: 'Setoran',
};

function payment(paymentId: string, parts: Partial<ReversibleLine> = {}): ReversibleLine {
  return { ...bare, paymentId, ...parts };
}

const NOTHING_SHARED: SharedSigns = { references: new Set(), isAccountShared: false };

function find(
  of: Partial<typeof reversal>,
  payments: readonly ReversibleLine[],
  shared: Partial<SharedSigns> = {},
) {
  return findReversedPayment({ ...reversal, ...of }, payments, { ...NOTHING_SHARED, ...shared });
}

describe('the payment that a return undoes', () => {
  it.each([
    ['reference', { references: ['bnc 1'] }],
    ['payer-account', { payerAccount: 'ID99 0001 1122 2333' }],
    ['payer-name', { payerName: 'PT KEDAI CONTOH' }],
  ])('is found by the %s', (by, parts) => {
    expect(find({}, [payment('a', parts), payment('b')])).toEqual({
      kind: 'found',
      paymentId: 'a',
      by,
    });
  });

  it.each([referenceOf(7), invoiceNumber(7)])(
    'is found by our own number %s in both texts',
    (number) => {
      const payments = [payment('a', { text: `Bayar ${number}` }), payment('b')];
      expect(find({ text: `RETUR ${number}, rekening tutup` }, payments)).toMatchObject({
        kind: 'found',
        paymentId: 'a',
      });
    },
  );

  it.each(['NONREF', 'NOTPROVIDED', '000000000'])(
    'is not found by %s, which everybody bears',
    (constant) => {
      const payments = [payment('a', { references: [constant] })];
      expect(find({ references: [constant] }, payments)).toEqual({
        kind: 'unclear',
        paymentIds: ['a'],
      });
    },
  );

  it('is not found by a reference or an account that many payers bear, nor by a text', () => {
    const payments = [payment('a', { references: ['BNC-1'], text: 'Retur' })];
    const shared = { references: new Set(['BNC1']) };
    expect(find({}, payments, shared)).toMatchObject({ kind: 'unclear' });
    const pooled = [payment('a', { payerAccount: '111222333' })];
    expect(find({}, pooled, { isAccountShared: true })).toMatchObject({ kind: 'unclear' });
  });

  it.each([{ payerAccount: '999888777' }, { payerName: 'CV Lain Sekali' }])(
    'is never the payment of a stranger, whatever reference a bank uses anew: %p',
    (stranger) => {
      const payments = [payment('a', { references: ['BNC-1'], ...stranger })];
      expect(find({}, payments)).toEqual({ kind: 'unclear', paymentIds: ['a'] });
    },
  );

  it('is what is left when several bear one sign and one of them bears the next', () => {
    const payments = [
      payment('a', { references: ['BNC-1'] }),
      payment('b', { references: ['BNC-1'], payerAccount: '111222333' }),
    ];
    expect(find({}, payments)).toMatchObject({ paymentId: 'b', by: 'payer-account' });
  });

  it('is not decided by the amount alone, nor between two that fit', () => {
    expect(find({}, [payment('a')])).toEqual({ kind: 'unclear', paymentIds: ['a'] });
    const twins = ['a', 'b'].map((id) => payment(id, { payerAccount: '111222333' }));
    expect(find({}, twins).kind).toBe('unclear');
  });

  it('is no later payment and none of another amount', () => {
    const payments = [
      payment('late', { on: day('2026-03-13'), references: ['BNC-1'] }),
      payment('other', { amount: money(1n, 'IDR'), references: ['BNC-1'] }),
    ];
    expect(find({}, payments)).toEqual({ kind: 'none' });
  });
});

import fc from 'fast-check';
import {
  virtualAccountsNamed,
  withVirtualAccount,
  type PaymentAsTold,
} from '../../../domain/matching/virtual-account.js';
import { aPayment } from './some-books.js';

function told(parts: Partial<PaymentAsTold> = {}): PaymentAsTold {
  const { virtualAccount: _, ...payment } = aPayment(1n);
  return { ...payment, references: [], text: '', otherReferences: [], ...parts };
}

const OURS = new Set(['8810000000000012', '88100999']);

describe('withVirtualAccount', () => {
  it.each<readonly [string, Partial<PaymentAsTold>]>([
    ['the account that was paid into', { otherReferences: ['88100 0000 0000 012'] }],
    ['a reference of the payer', { references: ['8810000000000012'] }],
    ['the text', { text: 'PAYMENT VA 8810000000000012 PT BAHARI' }],
    ['the text, in short groups', { text: 'VA 8810-0000-0000-0012' }],
  ])('finds it in %s', (_where, parts) => {
    expect(withVirtualAccount(told(parts), OURS).virtualAccount).toBe('8810000000000012');
  });

  it('finds none in other numbers, nor in a part of one', () => {
    const text = 'VA 88100000000000129 REF 12345678';
    expect(withVirtualAccount(told({ text }), OURS).virtualAccount).toBeUndefined();
  });

  it('finds none where several of ours are named', () => {
    const text = 'VA 8810000000000012 AND 88100999';
    expect(virtualAccountsNamed(told({ text }))).toEqual(['8810000000000012', '88100999']);
    expect(withVirtualAccount(told({ text }), OURS).virtualAccount).toBeUndefined();
  });

  it('never names an account that is not ours, and changes nothing else', () => {
    const text = fc.string({ maxLength: 60 });
    const numbers = fc.array(fc.stringMatching(/^\d{6,30}$/), { maxLength: 4 });
    fc.assert(
      fc.property(text, numbers, numbers, (one, references, ours) => {
        const payment = told({ text: one, references });
        const { virtualAccount, ...rest } = withVirtualAccount(payment, new Set(ours));
        const { otherReferences: _, ...before } = payment;
        expect(rest).toEqual(before);
        expect([...ours, undefined]).toContain(virtualAccount);
      }),
    );
  });
});

import { paymentPartsOf } from '../../../domain/statement/payment-parts.js';
import type { LineDetail } from '../../../domain/statement/statement.js';
import { aLine } from './a-statement.js';

const aDetail = (amount: bigint | undefined, text = ''): LineDetail => ({
  amount,
  endToEndReference: undefined,
  creditorReference: undefined,
  otherReferences: [],
  payerName: undefined,
  payerAccount: undefined,
  text,
});

const amountsOf = (...details: readonly LineDetail[]) =>
  paymentPartsOf(aLine({ amount: 100n, details })).map(({ amount }) => amount);

describe('the payments inside one line', () => {
  it('are its details when they add up to the booking', () => {
    expect(amountsOf(aDetail(60n), aDetail(40n))).toEqual([60n, 40n]);
  });

  it('are one when the details do not add up, or one has no amount', () => {
    expect(amountsOf(aDetail(60n), aDetail(41n))).toEqual([100n]);
    expect(amountsOf(aDetail(100n), aDetail(undefined))).toEqual([100n]);
  });

  it('are one when the bank took a fee inside the booking: what goes out is no payment', () => {
    const details = [aDetail(102n, 'INV/1'), aDetail(-2n, 'BIAYA')];
    expect(amountsOf(...details)).toEqual([100n]);
    expect(paymentPartsOf(aLine({ amount: 100n, details }))[0]?.text).toBe('INV/1 BIAYA');
  });

  it('leave out details that move nothing', () => {
    expect(amountsOf(aDetail(60n), aDetail(0n), aDetail(40n))).toEqual([60n, 40n]);
  });
});

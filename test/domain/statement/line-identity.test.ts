import { identityText } from '../../../domain/statement/line-identity.js';
import type { LineDetail, StatementLine } from '../../../domain/statement/statement.js';
import { day } from '../../support/bank-files.js';
import { aLine } from './a-statement.js';

const detail: LineDetail = {
  amount: 60n,
  endToEndReference: 'E-1',
  creditorReference: 'RF18539007547034',
  otherReferences: ['TX-1'],
  payerName: 'PT Kedai',
  payerAccount: '111-222',
  text: 'faktur',
};

const line = aLine({
  ...detail,
  amount: 150_000n,
  bankReference: 'BNC-1',
  transactionCode: 'PMNT',
  text: 'Pembayaran faktur',
  details: [detail, { ...detail, amount: 40n }],
});

const others: readonly Partial<StatementLine>[] = [
  { bookingDate: day('2026-03-03') },
  { valueDate: day('2026-03-03') },
  { amount: -150_000n },
  { currency: 'SGD' },
  { isReversal: true },
  { transactionCode: 'RCDT' },
  { bankReference: 'BNC-2' },
  { endToEndReference: 'E-2' },
  { creditorReference: 'RF00' },
  { otherReferences: ['TX-2'] },
  { payerName: 'PT Warung' },
  { payerAccount: '111223' },
  { text: 'Pembayaran' },
  { details: [detail] },
  { details: [detail, { ...detail, amount: 40n, endToEndReference: 'E-9' }] },
  { details: [detail, { ...detail, amount: 40n, payerName: 'PT Warung' }] },
  { details: [detail, { ...detail, amount: 41n }] },
];

describe('what makes a booking this one and no other', () => {
  it('is the same for the same line, however it is spaced and spelled', () => {
    const again = {
      ...line,
      bankReference: ' bnc 1 ',
      text: 'PEMBAYARAN  faktur',
      payerAccount: '111222',
    };
    expect(identityText(again)).toBe(identityText(line));
  });

  it.each(others)('differs with each of its parts: %p', (other) => {
    expect(identityText({ ...line, ...other })).not.toBe(identityText(line));
  });

  it('is not changed by what stands for "there is no reference"', () => {
    expect(identityText({ ...line, bankReference: 'NONREF' })).toBe(
      identityText({ ...line, bankReference: undefined }),
    );
  });
});

import { refuseCreditNote } from '../../../domain/invoice/credit-note.js';

const invoice = { total: 1_000_000n, creditedTotal: 400_000n };

describe('refuseCreditNote', () => {
  it('allows up to what was invoiced and not yet credited, and not a rupiah more', () => {
    expect(credit(600_000n)).toBeUndefined();
    expect(credit(600_001n)).toMatchObject({ code: 'CREDIT_EXCEEDS_INVOICE', param: 'amount' });
  });

  it.each([0n, -1n])('refuses a credit of %s', (amount) => {
    expect(credit(amount)).toMatchObject({ code: 'CREDIT_NOT_POSITIVE' });
  });

  it('refuses a credit that nobody explains', () => {
    expect(refuseCreditNote({ amount: 1n, reason: '  ' }, invoice)).toMatchObject({
      code: 'CREDIT_REASON_REQUIRED',
      param: 'reason',
    });
  });
});

function credit(amount: bigint) {
  return refuseCreditNote({ amount, reason: 'Barang rusak' }, invoice);
}

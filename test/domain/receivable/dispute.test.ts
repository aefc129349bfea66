import fc from 'fast-check';
import {
  disputedAmount,
  refuseDispute,
  resolveDispute,
} from '../../../domain/receivable/dispute.js';

const dispute = { disputeId: 'd1', amount: 300n, standing: 'open' as const };

describe('disputes', () => {
  it('are about an amount above zero, and together about no more than is open', () => {
    const invoice = {
      currency: 'IDR' as const,
      openAmount: 1_000n,
      disputes: [dispute, { ...dispute, standing: 'resolved' as const }],
      disputeMinimumBasisPoints: 100n,
    };
    expect(refuseDispute(700n, invoice)).toBeUndefined();
    expect(refuseDispute(701n, invoice)?.code).toBe('DISPUTE_EXCEEDS_OPEN');
    expect(refuseDispute(0n, invoice)?.code).toBe('DISPUTE_AMOUNT_NOT_POSITIVE');
    expect(disputedAmount(invoice.disputes)).toBe(300n);
  });

  it('are about at least the least share of the policy, or about all that is not disputed yet', () => {
    const invoice = {
      currency: 'IDR' as const,
      openAmount: 1_000n,
      disputes: [],
      disputeMinimumBasisPoints: 1_001n,
    };
    expect(refuseDispute(100n, invoice)?.code).toBe('DISPUTE_BELOW_MINIMUM');
    expect(refuseDispute(101n, invoice)).toBeUndefined();
    const disputes = [{ ...dispute, amount: 950n }];
    expect(refuseDispute(50n, { ...invoice, disputes })).toBeUndefined();
  });

  it('resolved for the seller leave the debt as it was', () => {
    expect(resolveDispute(dispute, { kind: 'for-seller' })).toEqual({
      kind: 'owed-again',
      amount: 300n,
    });
  });

  it('resolved for the customer split into what is credited and what is owed again', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 300n), (creditAmount) => {
        const outcome = resolveDispute(dispute, { kind: 'for-customer', creditAmount });
        expect(outcome).toEqual({
          kind: 'credit',
          amount: creditAmount,
          owedAgain: 300n - creditAmount,
        });
      }),
    );
  });

  it.each([
    ['DISPUTE_RESOLVED', { ...dispute, standing: 'resolved' as const }, 1n],
    ['CREDIT_NOT_POSITIVE', dispute, 0n],
    ['CREDIT_EXCEEDS_DISPUTE', dispute, 301n],
  ])('are not resolved: %s', (code, of, creditAmount) => {
    const outcome = resolveDispute(of, { kind: 'for-customer', creditAmount });
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { code } });
  });
});

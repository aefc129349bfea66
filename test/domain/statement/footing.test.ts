import fc from 'fast-check';
import { toExact } from '../../../domain/statement/file-amount.js';
import { checkFooting } from '../../../domain/statement/footing.js';
import { aLine, aStatement } from './a-statement.js';

describe('checkFooting', () => {
  it('foots exactly when opening and booked lines make the closing', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 14n), 10n ** 14n),
        fc.array(fc.bigInt(-(10n ** 12n), 10n ** 12n)),
        fc.bigInt(-1n, 1n),
        (opening, amounts, error) => {
          const lines = amounts.map((amount) => aLine({ amount }));
          const sum = amounts.reduce((total, amount) => total + amount, opening);
          const statement = aStatement({ opening, closing: sum + error, lines });
          expect(checkFooting(statement).kind).toBe(error === 0n ? 'foots' : 'broken');
        },
      ),
    );
  });

  it('says what the bank states and what the lines come to', () => {
    const statement = aStatement({ opening: 0n, closing: 99n, lines: [aLine()] });
    expect(checkFooting(statement)).toEqual({
      kind: 'broken',
      what: 'closing-balance',
      expected: '99',
      found: '100',
    });
  });

  it('does not count what is pending or for information', () => {
    const lines = [aLine(), aLine({ status: 'pending' }), aLine({ status: 'information' })];
    expect(checkFooting(aStatement({ opening: 0n, closing: 100n, lines })).kind).toBe('foots');
  });

  it('cannot judge a file without balances, or with several currencies', () => {
    expect(checkFooting(aStatement({ lines: [aLine()] }))).toEqual({
      kind: 'unchecked',
      reason: 'no-balances',
    });
    const lines = [aLine({ currency: 'SGD' })];
    expect(checkFooting(aStatement({ opening: 0n, closing: 100n, lines }))).toEqual({
      kind: 'unchecked',
      reason: 'several-currencies',
    });
  });

  it('does not add a balance in another currency', () => {
    const { closing, ...statement } = aStatement({ opening: 0n, closing: 100n, lines: [aLine()] });
    const foreign = closing && { ...closing, currency: 'USD' };
    expect(checkFooting({ ...statement, closing: foreign })).toEqual({
      kind: 'broken',
      what: 'balance-currency',
      expected: 'IDR',
      found: 'USD',
    });
  });

  it('goes by the control totals of the bank when there are no balances', () => {
    const lines = [aLine(), aLine({ amount: -40n })];
    const totals = (credits: bigint): Parameters<typeof checkFooting>[0] =>
      aStatement({
        lines,
        controlTotals: { credits: toExact(credits, 'IDR'), debits: toExact(40n, 'IDR') },
      });
    expect(checkFooting(totals(100n))).toEqual({ kind: 'foots' });
    expect(checkFooting(totals(101n))).toMatchObject({ kind: 'broken', what: 'control-totals' });
  });
});

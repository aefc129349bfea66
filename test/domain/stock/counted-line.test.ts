import { readCountedLine } from '../../../domain/stock/counted-line.js';
import { rupiah } from '../../support/a-sale.js';

const WHERE = { place: 'lines[2]', currency: 'IDR' };

describe('readCountedLine', () => {
  it('reads what is there, what was expected and what one costs', () => {
    const line = { counted: '1.25', expected: '2', unitCost: rupiah(15_000) };
    expect(readCountedLine(line, WHERE)).toEqual({
      countedMilli: 1_250n,
      expectedMilli: 2_000n,
      unitCost: 15_000n,
    });
    expect(readCountedLine({ counted: '0' }, WHERE)).toEqual({ countedMilli: 0n });
  });

  it.each([
    [{ counted: '-1' }, 'QUANTITY_NEGATIVE', 'lines[2].counted'],
    [{ counted: '1', expected: '-0.001' }, 'QUANTITY_NEGATIVE', 'lines[2].expected'],
    [{ counted: '1', unitCost: rupiah(-1) }, 'PRICE_NEGATIVE', 'lines[2].unitCost'],
    [
      { counted: '1', unitCost: { amount: '1', currency: 'USD' } },
      'CURRENCY_MISMATCH',
      'lines[2].unitCost.currency',
    ],
  ])('refuses %j', (line, code, param) => {
    expect(() => readCountedLine(line, WHERE)).toThrow(
      expect.objectContaining({ code, param }) as Error,
    );
  });
});

import { isClosed, mayMove, SALE_STAGES, STAGE_MEANING } from '../../../domain/sale/stage.js';

describe('the stages of a sale', () => {
  it('move forward only', () => {
    expect(mayMove({ from: 'captured', to: 'delivering' })).toBe(true);
    expect(mayMove({ from: 'captured', to: 'closed' })).toBe(true);
    expect(mayMove({ from: 'collecting', to: 'placed' })).toBe(true);
    expect(mayMove({ from: 'invoicing', to: 'delivering' })).toBe(false);
    expect(mayMove({ from: 'collecting', to: 'collecting' })).toBe(false);
    expect(mayMove({ from: 'closed', to: 'captured' })).toBe(false);
  });

  it('go back to collecting when the agency is recalled or a payment is taken back', () => {
    expect(mayMove({ from: 'placed', to: 'collecting' })).toBe(true);
    expect(mayMove({ from: 'closed', to: 'collecting' })).toBe(true);
  });

  it('are explained to finance in both languages', () => {
    expect(Object.keys(STAGE_MEANING)).toEqual([...SALE_STAGES]);
    const texts = SALE_STAGES.flatMap((stage) => [
      STAGE_MEANING[stage].id,
      STAGE_MEANING[stage].en,
    ]);
    expect(new Set(texts).size).toBe(2 * SALE_STAGES.length);
  });

  it('end with closed', () => {
    expect(SALE_STAGES.filter(isClosed)).toEqual(['closed']);
  });
});

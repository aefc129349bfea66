import { SALE_STAGES, STAGE_MEANING } from '../../../domain/sale/stage.js';

describe('the stages of a sale', () => {
  it('are explained to finance in both languages', () => {
    expect(Object.keys(STAGE_MEANING)).toEqual([...SALE_STAGES]);
    const texts = SALE_STAGES.flatMap((stage) => [
      STAGE_MEANING[stage].id,
      STAGE_MEANING[stage].en,
    ]);
    expect(new Set(texts).size).toBe(2 * SALE_STAGES.length);
  });
});

import { createRefusalsInTurn } from '../../api/refusals-in-turn.js';

describe('refusals of one caller', () => {
  it('are kept one after the other, and beyond the bound only counted', async () => {
    const inTurn = createRefusalsInTurn({ waiting: 2, bytes: 100, paceMs: 1 });
    const log: string[] = [];
    let go = (): void => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const send = (caller: string, bytes = 1) =>
      inTurn({ caller, bytes }, async (missed) => {
        log.push(`${caller} after ${missed}`);
        await gate;
      });
    const sent = [send('a'), send('a'), send('a'), send('a'), send('b'), send('b', 101)];
    await Promise.resolve();
    expect(log).toEqual(['a after 2', 'b after 1']);
    go();
    await Promise.all(sent);
    await send('b');
    expect(log).toEqual(['a after 2', 'b after 1', 'a after 0', 'b after 0']);
  });

  it('go on after one that could not be kept', async () => {
    const inTurn = createRefusalsInTurn();
    const broken = inTurn({ caller: 'a', bytes: 1 }, async () => {
      throw new Error('no database');
    });
    await expect(broken).rejects.toThrow('no database');
    await expect(inTurn({ caller: 'a', bytes: 1 }, async () => {})).resolves.toBeUndefined();
  });
});

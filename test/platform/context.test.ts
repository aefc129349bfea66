import { createClock } from '../../platform/clock.js';
import { systemContext } from '../../platform/context.js';

const clock = createClock(undefined, () => Date.parse('2026-11-22T03:00:00.000Z'));

describe('systemContext', () => {
  it('says which program acts, from where, and when in business time', () => {
    expect(
      systemContext({ clock, name: 'sale-to-cash', origin: 'sale:1', requestId: 'r1' }),
    ).toEqual({
      actor: {
        kind: 'system',
        id: 'sale-to-cash',
        name: 'sale-to-cash',
      },
      origin: 'sale:1',
      at: '2026-11-22T03:00:00.000Z',
      requestId: 'r1',
    });
  });

  it('gives each piece of work a request of its own when it has none', () => {
    const [first, second] = [1, 2].map(() => systemContext({ clock, name: 'x', origin: 'y' }));
    expect(first?.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(first?.requestId).not.toBe(second?.requestId);
  });
});

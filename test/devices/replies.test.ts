import fc from 'fast-check';
import { createReplyReader, troubleOf, troubleOfAutomatic } from '../../devices/printer/replies.js';
import { createStatusWatch } from '../../devices/printer/status-watch.js';
import {
  automaticStatus,
  conditionOf,
  realTimeStatus,
} from '../../simulators/printer/condition.js';
import { TROUBLES } from '../../simulators/printer/behaviour.js';

describe('what a printer says back', () => {
  it('is told apart, though it comes on one line', () => {
    const bytes = [
      0x16, 0x14, 0, 0, 0x0f, 0x37, 0x22, 0x41, 0x42, 0x43, 0x44, 0, 0x00, 0x5f, 0x58, 0, 0xff,
    ];
    expect(createReplyReader().read(Uint8Array.from(bytes))).toEqual([
      { kind: 'real-time', byte: 0x16 },
      { kind: 'automatic', bytes: Buffer.of(0x14, 0, 0, 0x0f) },
      { kind: 'completion', processId: 'ABCD' },
      { kind: 'barrier', byte: 0 },
      { kind: 'other' },
      { kind: 'other' },
    ]);
  });

  it('is the same however the network cuts it', () => {
    const bytes = Uint8Array.from([
      0x12, 0x14, 0, 0, 0x0f, 0x37, 0x22, 0x41, 0x42, 0x43, 0x44, 0, 0x0c,
    ]);
    const whole = createReplyReader().read(bytes);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: bytes.length })), (cuts) => {
        const reader = createReplyReader();
        const edges = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
        const replies = edges
          .slice(1)
          .flatMap((end, at) => reader.read(bytes.subarray(edges[at], end)));
        expect(replies).toEqual(whole);
      }),
    );
  });

  it('may be anything at all without harm', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 })), (chunks) => {
        const reader = createReplyReader();
        for (const chunk of chunks) expect(Array.isArray(reader.read(chunk))).toBe(true);
      }),
    );
  });

  it.each(TROUBLES)('names the trouble %s by either way of asking', (trouble) => {
    const condition = conditionOf({ kind: 'trouble', trouble, afterLines: 0 }, 0);
    const expected = trouble === 'paper-out' || trouble === 'cover-open' ? trouble : 'error';
    const [printer = 0, offlineCause = 0, error = 0, paper = 0] = [1, 2, 3, 4].map((n) =>
      realTimeStatus(condition, n),
    );
    expect(troubleOf({ printer, offlineCause, error, paper })).toBe(expected);
    expect(troubleOfAutomatic(automaticStatus(condition))).toBe(expected);
  });

  it('is offline without a cause, or no trouble at all', () => {
    expect(troubleOf({ printer: 0x1e, offlineCause: 0x12, error: 0x12, paper: 0x12 })).toBe(
      'offline',
    );
    expect(
      troubleOf({ printer: 0x16, offlineCause: 0x12, error: 0x12, paper: 0x1e }),
    ).toBeUndefined();
    expect(troubleOfAutomatic(Uint8Array.of(0x1c, 0, 0, 0x0f))).toBe('offline');
    expect(troubleOfAutomatic(Uint8Array.of(0x14, 0, 0x03, 0x0f))).toBeUndefined();
  });
});

describe('the eye on a printer at work', () => {
  it('asks again only when the last answers are in, and puts them together in order', () => {
    const watch = createStatusWatch();
    expect(watch.requests()).toHaveLength(12);
    expect(watch.requests()).toHaveLength(0);
    for (const byte of [0x1e, 0x32, 0x12, 0x72]) watch.see({ kind: 'real-time', byte });
    expect(watch.troubleLastingMs(0)).toBe('paper-out');
    expect(watch.troubleLastingMs(60_000)).toBeUndefined();
    expect(watch.requests()).toHaveLength(12);
    for (const byte of [0x16, 0x12, 0x12, 0x12]) watch.see({ kind: 'real-time', byte });
    expect(watch.troubleLastingMs(0)).toBeUndefined();
  });

  it('takes no notice of an answer that nobody asked for', () => {
    const watch = createStatusWatch();
    watch.see({ kind: 'real-time', byte: 0x72 });
    expect(watch.troubleLastingMs(0)).toBeUndefined();
  });
});

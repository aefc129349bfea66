import { z } from 'zod';
import { parseBy } from '../../contract/faults.js';
import { date, id, instant, money, quantity, text } from '../../contract/primitives.js';
import { refusalOf } from '../support/refusal-of.js';

const form = z.strictObject({
  id,
  on: date,
  at: instant.optional(),
  kind: z.enum(['a', 'b']),
  lines: z.array(z.strictObject({ quantity, price: money.optional() })).max(2),
  note: text(5).optional(),
});

const good = {
  id: '019AB3C4-5D6E-7F80-9A1B-2C3D4E5F6A7B',
  on: '2026-11-22',
  kind: 'a',
  lines: [{ quantity: '1' }],
};

describe('reading a request', () => {
  it('gives ids in one spelling', () => {
    expect(parseBy(form, good).id).toBe('019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6a7b');
  });

  it.each([
    { changes: { colour: 1 }, code: 'FIELD_UNKNOWN', param: 'colour' },
    { changes: { kind: undefined }, code: 'FIELD_REQUIRED', param: 'kind' },
    { changes: { kind: 'c' }, code: 'FIELD_INVALID', param: 'kind' },
    { changes: { kind: null }, code: 'FIELD_INVALID', param: 'kind' },
    { changes: { id: '42' }, code: 'FIELD_INVALID', param: 'id' },
    { changes: { on: '2026-02-29' }, code: 'FIELD_INVALID', param: 'on' },
    { changes: { on: '0000-01-01' }, code: 'FIELD_INVALID', param: 'on' },
    { changes: { at: '0000-01-01T00:00:00Z' }, code: 'FIELD_INVALID', param: 'at' },
    { changes: { at: '2026-11-22T10:00:00' }, code: 'FIELD_INVALID', param: 'at' },
    { changes: { lines: [{}] }, code: 'FIELD_REQUIRED', param: 'lines[0].quantity' },
    { changes: { lines: [{ quantity: '01' }] }, code: 'FIELD_INVALID', param: 'lines[0].quantity' },
    {
      changes: { lines: [{ quantity: '1', price: { amount: 5, currency: 'IDR' } }] },
      code: 'FIELD_INVALID',
      param: 'lines[0].price.amount',
    },
    { changes: { note: 'a\u0007b' }, code: 'FIELD_INVALID', param: 'note' },
    { changes: { note: 'abcdef' }, code: 'FIELD_INVALID', param: 'note' },
  ])('refuses $changes at $param', ({ changes, code, param }) => {
    expect(refusalOf(() => parseBy(form, { ...good, ...changes }))).toMatchObject({ code, param });
  });

  it('names several faults at once, and never in the words of a library', () => {
    const refusal = refusalOf(() => parseBy(form, { ...good, on: 1, lines: [{}, {}] }));
    expect(refusal.code).toBe('REQUEST_INVALID');
    expect(refusal.errors.map(({ param }) => param)).toEqual([
      'on',
      'lines[0].quantity',
      'lines[1].quantity',
    ]);
    expect(JSON.stringify(refusal.errors)).not.toMatch(/Invalid input|zod/i);
  });

  it('says where it looked, when that was not the body', () => {
    expect(refusalOf(() => parseBy(id, 'x', 'saleId')).param).toBe('saleId');
  });
});

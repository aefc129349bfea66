import fc from 'fast-check';
import { BY_TIME, decodeCursor, encodeCursor, pageOf } from '../../../api/http/cursor.js';
import { refusalOf } from '../../support/refusal-of.js';

const ID = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6a7b';

describe('a cursor', () => {
  it('comes back as the position it was made of', () => {
    const texts = fc.string({ minLength: 1, maxLength: 60 }).filter((text) => !/\p{C}/u.test(text));
    fc.assert(
      fc.property(texts, texts, (key, name) => {
        expect(decodeCursor(encodeCursor({ key, id: name }))).toEqual({ key, id: name });
      }),
    );
  });

  it.each([
    '2026-11-22 07:00:00+00',
    '2026-11-22 07:00:00.123456+07',
    '2026-11-22 07:00:00.1-09:30',
  ])('of a list by time keeps the instant %s as PostgreSQL wrote it', (key) => {
    expect(decodeCursor(encodeCursor({ key, id: ID }), BY_TIME)).toEqual({ key, id: ID });
  });

  it.each([
    '2026-13-45 99:99:99+00',
    '2026-02-30 07:00:00+00',
    '0000-01-01 00:00:00+00',
    '2026-11-22 07:00:00+16',
    'infinity',
  ])('of a list by time never takes %s, which PostgreSQL cannot read, to the books', (key) => {
    const cursor = encodeCursor({ key, id: ID });
    expect(refusalOf(() => decodeCursor(cursor, BY_TIME)).code).toBe('CURSOR_INVALID');
  });

  it.each(['', '{}', '["a"]', '["a","b","c"]', '[1,2]', 'nonsense', '["\\u0000","b"]'])(
    'that says %s is refused',
    (content) => {
      const cursor = Buffer.from(content).toString('base64url');
      expect(refusalOf(() => decodeCursor(cursor)).code).toBe('CURSOR_INVALID');
    },
  );

  it.each([
    '2026-13-45 07:00:00+00',
    '2026-02-30 07:00:00+00',
    '0000-01-01 07:00:00+00',
    '2026-11-22 25:00:00+00',
    '2026-11-22 07:00:00+99',
  ])('of a list by time never says %s, an instant that PostgreSQL does not know', (key) => {
    const cursor = encodeCursor({ key, id: ID });
    expect(refusalOf(() => decodeCursor(cursor, BY_TIME)).code).toBe('CURSOR_INVALID');
  });

  it.each(["' OR 1=1 --", '2026-13-45', 'infinity'])('of a list by time never says %s', (key) => {
    const cursor = encodeCursor({ key, id: ID });
    expect(refusalOf(() => decodeCursor(cursor, BY_TIME)).code).toBe('CURSOR_INVALID');
  });
});

describe('a page', () => {
  const positionOf = (row: number) => ({ key: String(row), id: String(row) });
  const show = (row: number) => row * 10;

  it('has a next one when there was one row more than asked for', () => {
    const page = pageOf([1, 2, 3], { limit: 2, positionOf, show });
    expect(page.data).toEqual([10, 20]);
    expect(decodeCursor(page.nextCursor ?? '')).toEqual({ key: '2', id: '2' });
  });

  it('is the last one otherwise, even when it is full or empty', () => {
    expect(pageOf([1, 2], { limit: 2, positionOf, show }).nextCursor).toBeNull();
    expect(pageOf([], { limit: 2, positionOf, show })).toEqual({ data: [], nextCursor: null });
  });
});

import { readShortReferences } from '../../../domain/matching/short-references.js';
import { referenceKey } from '../../../domain/matching/reference-key.js';
import { paymentReference } from '../../oracle/invoice/numbers.js';
import { invoiceNumber, referenceOf } from './some-books.js';

const series = new Set(['INV/JKT/2026']);
const read = (text: string): ReturnType<typeof readShortReferences> =>
  readShortReferences([text], series);
const keys = (found: readonly Readonly<{ key: string }>[]): string[] => found.map(({ key }) => key);
const key = (n: number): string => referenceKey(invoiceNumber(n));
/** `000124-7` */
const tail = (n: number): string => invoiceNumber(n).slice('INV/JKT/2026/'.length);

describe('numbers of a list behind one series', () => {
  it.each([',', ', ', '/', ' & ', ' dan ', '+', ';', ' '])('are read in full after %j', (joint) => {
    const text = `bayar ${invoiceNumber(123)}${joint}${tail(124)}${joint}${tail(130)} trm ksh`;
    expect(keys(read(text).listed)).toEqual([key(124), key(130)]);
    expect(read(text).completed).toEqual([]);
  });

  it('are completed from the number before when they are short', () => {
    expect(keys(read(`${invoiceNumber(123)}/24/25`).completed)).toEqual([key(124), key(125)]);
    expect(keys(read(`${invoiceNumber(1234)}, 1299 lunas`).completed)).toEqual([key(1299)]);
  });

  it('are completed by their check digit when nobody wrote it', () => {
    const { listed, completed } = read('INV-JKT-2026-000123, 000124');
    expect(listed).toEqual([]);
    expect(keys(completed)).toEqual([key(123), key(124)]);
  });

  it('end where a check digit does not hold, and where other words begin', () => {
    const wrong = `${tail(124).slice(0, -1)}${(Number(tail(124).at(-1)) + 1) % 10}`;
    expect(read(`${invoiceNumber(123)}, ${wrong}, ${tail(125)}`)).toMatchObject({
      listed: [],
      completed: [],
    });
    expect(read(`${invoiceNumber(123)} total 24`).completed).toEqual([]);
    expect(read(`${invoiceNumber(123)} 24`).completed).toEqual([]);
  });

  it('are no numbers of another series', () => {
    expect(read('INV/SBY/2026/000123, 000124')).toEqual({ listed: [], completed: [], cut: [] });
  });
});

describe('a range of numbers', () => {
  it.each([' s/d ', ' - ', '..', ' sampai ', ' s.d. ', ' to '])('is filled in for %j', (joint) => {
    const { listed, completed } = read(`${invoiceNumber(8)}${joint}${tail(11)}`);
    expect(keys(listed)).toEqual([key(11)]);
    expect(keys(completed)).toEqual([key(9), key(10)]);
  });

  it('is filled in up to twenty-four numbers, and never backwards', () => {
    expect(read(`${invoiceNumber(1)} s/d ${tail(24)}`).completed).toHaveLength(22);
    expect(read(`${invoiceNumber(1)} s/d ${tail(25)}`).completed).toEqual([]);
    expect(read(`${invoiceNumber(9)} s/d ${tail(3)}`).completed).toEqual([]);
  });
});

describe('the end of a text', () => {
  it('may be a number that the bank has cut', () => {
    expect(read('byr INV/JKT/2026/0001').cut).toEqual([
      { stem: 'INVJKT20260001', written: '0001' },
    ]);
    expect(read(`${invoiceNumber(123)}, 0001`).cut).toMatchObject([{ stem: 'INVJKT20260001' }]);
    expect(read('transfer 26010000').cut).toEqual([{ stem: '26010000', written: '26010000' }]);
  });

  it('is no cut number in the middle, with its check digit, or with five digits of a reference', () => {
    for (const text of ['INV/JKT/2026/0001 lunas', invoiceNumber(123), 'transfer 26010']) {
      expect(read(text).cut).toEqual([]);
    }
  });
});

describe('payment references in short', () => {
  it('are completed where their own check digit holds', () => {
    const first = referenceOf(1_234);
    const second = paymentReference('2601', 1_299n);
    const text = `${first}/${second.slice(-4)}`;
    expect(keys(read(text).completed)).toEqual([second]);
    const wrong = `${first}/${second.slice(-4, -1)}${(Number(second.at(-1)) + 1) % 10}`;
    expect(read(wrong).completed).toEqual([]);
  });
});

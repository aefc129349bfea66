import { matchPayment } from '../../../domain/matching/match-payment.js';
import { namedInShort } from '../../../domain/matching/named-in-short.js';
import { money } from '../../../domain/money/money.js';
import { aPayment, anItem, policy, someBooks } from './some-books.js';

describe('a number without its series', () => {
  const items = [anItem(4_312), anItem(4_313)];

  it.each([
    ['inv 4312', ['item-4312']],
    ['faktur 004313 lunas', ['item-4313']],
    ['4312, 4313', ['item-4312', 'item-4313']],
    ['PO 14312', []],
    ['x4312', []],
    ['4312/2026', []],
    ['12', []],
  ])('%j names %j', (text, expected) => {
    expect([...namedInShort([text], items).keys()]).toEqual(expected);
  });

  it('says which of two equal items of the payer is meant', () => {
    const open = money(223_456n, 'IDR');
    const context = someBooks({
      openItems: [anItem(4_312, { open }), anItem(4_313, { open })],
      aliases: [{ account: '111', customerId: 'c1', confirmations: 1 }],
    });
    const pay = (text: string): unknown =>
      matchPayment(aPayment(223_456n, { payerAccount: '111', text }), context, policy);
    expect(pay('inv 4313')).toMatchObject({
      kind: 'book',
      allocations: [{ openItemId: 'item-4313' }],
    });
    expect(pay('transfer')).toMatchObject({ kind: 'suggest', suggestions: [{}, {}] });
    expect(pay('inv 4312 4313')).toMatchObject({ kind: 'suggest' });
  });
});

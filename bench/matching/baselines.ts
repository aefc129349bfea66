import { groupBy } from '../../domain/group-by.js';
import { fillInOrder, byDueDate } from '../../domain/matching/oldest-first.js';
import type { Answer, Matcher } from './play-year.js';

/** Books what has the amount of exactly one open item of any customer. */
export const uniqueAmount: Matcher = (payments, { openItems }) => {
  const byAmount = groupBy(openItems, ({ open }) => String(open.amount));
  return new Map(
    payments.map(({ id, amount }): [string, Answer] => {
      const [only, another] = byAmount.get(String(amount.amount)) ?? [];
      const isOnly = only !== undefined && another === undefined;
      const booked = isOnly ? [{ openItemId: only.id, amount: amount.amount }] : undefined;
      return [id, { booked, offered: [] }];
    }),
  );
};

/** A number shorter than this is in no invoice's digits alone. */
const TOKEN_LENGTH_MIN = 5;

/**
 * What the best-known open accounting system does: items whose number shares a run of digits with the text; when there
 * are any, the payment fills them, the oldest first.
 */
export const digitTokens: Matcher = (payments, { openItems }) => {
  const pairs = openItems.flatMap((item) =>
    [...digitsIn(`${item.invoiceNumber} ${item.paymentReference ?? ''}`)].map((digits) => ({
      digits,
      item,
    })),
  );
  const byDigits = groupBy(pairs, ({ digits }) => digits);
  return new Map(
    payments.map(({ id, amount, text }): [string, Answer] => {
      const items = [...digitsIn(text)].flatMap((digits) =>
        (byDigits.get(digits) ?? []).map(({ item }) => item),
      );
      const distinct = [...new Set(items)].toSorted(byDueDate);
      const booked = distinct.length === 0 ? undefined : fillInOrder(distinct, amount.amount);
      return [id, { booked, offered: [] }];
    }),
  );
};

function digitsIn(text: string): ReadonlySet<string> {
  return new Set(
    [...text.matchAll(/\d+/g)]
      .map(([digits]) => digits)
      .filter((one) => one.length >= TOKEN_LENGTH_MIN),
  );
}

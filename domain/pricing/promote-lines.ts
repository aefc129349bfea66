import { sumAmounts } from '../money/money.js';
import type { Gift, PromotedLine } from '../promotion/promotion.js';
import type { Catalogue } from './catalogue.js';
import type { Finding } from './findings.js';
import type { GivenPromotion } from './priced-sale.js';
import { checkCurrency, type PlainLine } from './read-lines.js';
import type { BasketRequest } from './sale-request.js';
import { SUSPENSE_ITEM_ID } from './suspense.js';

type Promoted = Readonly<{ lines: readonly PlainLine[]; findings: readonly Finding[] }>;

/**
 * Takes off each line what promotions give on it, before its tax. When the till says what they gave, that is given: it
 * is a finding where the catalogue gives something else. Says it nothing of any line, the catalogue decides.
 */
export function promoteLines(
  lines: readonly PlainLine[],
  request: BasketRequest,
  { promote }: Catalogue,
): Promoted {
  const given = givenByLine(promote?.(lines.map(promotedLine)) ?? []);
  const isSaid = request.lines.some(({ promotions }) => promotions !== undefined);
  if (!isSaid) {
    return { lines: lines.map((line, at) => withPromotions(line, given.get(at))), findings: [] };
  }
  const read = lines.map((line, at) => {
    const said = request.lines[at]?.promotions ?? [];
    const stated = said.map(({ code, amount }) => ({ code, amount: amount.amount }));
    const param = `lines[${at}].promotions`;
    return {
      line: withPromotions(line, stated),
      findings: [
        ...said.flatMap(({ amount }, place) =>
          checkCurrency(amount, request.currency, `${param}[${place}].amount.currency`),
        ),
        ...checkAmounts(stated, { line, param }),
        ...checkGiven(stated, { expected: given.get(at) ?? [], line, param }),
      ],
    };
  });
  return {
    lines: read.map(({ line }) => line),
    findings: read.flatMap(({ findings }) => findings),
  };
}

/** What an unknown item costs is not known before the tenders are: nothing is given on it. */
function promotedLine({ item, quantityMilli, net }: PlainLine): PromotedLine {
  const known = item.id === SUSPENSE_ITEM_ID ? 0n : net;
  return { sku: item.sku, category: item.category, quantityMilli, net: known };
}

function givenByLine(gifts: readonly Gift[]): ReadonlyMap<number, readonly GivenPromotion[]> {
  const given = new Map<number, GivenPromotion[]>();
  for (const { line, code, amount } of gifts) {
    const known = given.get(line);
    if (known === undefined) given.set(line, [{ code, amount }]);
    else known.push({ code, amount });
  }
  return given;
}

function withPromotions(
  line: PlainLine,
  promotions: readonly GivenPromotion[] | undefined,
): PlainLine {
  if (promotions === undefined || promotions.length === 0) return line;
  const discount = line.discount + totalOf(promotions);
  return { ...line, discount, net: line.gross - discount, promotions };
}

type Place = Readonly<{ line: PlainLine; param: string }>;

function checkAmounts(given: readonly GivenPromotion[], { line, param }: Place): Finding[] {
  if (given.some(({ amount }) => amount <= 0n)) {
    const detail = 'What a promotion gives is above zero.';
    return [{ code: 'DISCOUNT_NEGATIVE', param, detail }];
  }
  if (totalOf(given) <= line.net) return [];
  return [
    { code: 'DISCOUNT_TOO_LARGE', param, detail: 'The promotions give more than the price.' },
  ];
}

function checkGiven(
  given: readonly GivenPromotion[],
  { expected, line, param }: Place & Readonly<{ expected: readonly GivenPromotion[] }>,
): Finding[] {
  if (inOneOrder(given) === inOneOrder(expected)) return [];
  return [
    {
      code: 'PROMOTION_MISMATCH',
      param,
      detail: `The promotions in force give something else on item ${line.item.sku}.`,
      asException: { kind: 'price', expected: totalOf(expected), given: totalOf(given) },
    },
  ];
}

function inOneOrder(promotions: readonly GivenPromotion[]): string {
  return promotions
    .map(({ code, amount }) => `${code} ${amount}`)
    .toSorted()
    .join('\n');
}

function totalOf(promotions: readonly GivenPromotion[]): bigint {
  return sumAmounts(promotions.map(({ amount }) => amount));
}

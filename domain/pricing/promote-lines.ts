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
  const gifts = promote?.(lines.map(promotedLine)) ?? [];
  const isSaid = request.lines.some(({ promotions }) => promotions !== undefined);
  if (!isSaid) {
    return {
      lines: lines.map((line, at) => withPromotions(line, givenOn(gifts, at))),
      findings: [],
    };
  }
  const read = lines.map((line, at) => {
    const said = request.lines[at]?.promotions ?? [];
    const given = said.map(({ code, amount }) => ({ code, amount: amount.amount }));
    const param = `lines[${at}].promotions`;
    return {
      line: withPromotions(line, given),
      findings: [
        ...said.flatMap(({ amount }, place) =>
          checkCurrency(amount, request.currency, `${param}[${place}].amount.currency`),
        ),
        ...checkAmounts(given, { line, param }),
        ...checkGiven(given, { expected: givenOn(gifts, at), line, param }),
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

function givenOn(gifts: readonly Gift[], at: number): readonly GivenPromotion[] {
  return gifts.filter(({ line }) => line === at).map(({ code, amount }) => ({ code, amount }));
}

function withPromotions(line: PlainLine, promotions: readonly GivenPromotion[]): PlainLine {
  if (promotions.length === 0) return line;
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

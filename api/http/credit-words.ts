import {
  creditFacts,
  isCreditRefusal,
  type CreditFacts,
} from '../../contract/receivable/credit-facts.js';
import type { Words } from '../../contract/problem.js';
import { parseCurrency } from '../../domain/money/currency.js';
import { formatMoney, type Language } from '../../domain/money/format-money.js';
import type { RefusalFacts } from '../../domain/refusal.js';
import { formatDate } from '../../platform/dates.js';
import { textsFor } from '../../platform/texts.js';

/** Why a customer gets nothing more on account, in the languages of cashiers; undefined for every other refusal. */
export function creditWords(code: string, facts: RefusalFacts | undefined): Words | undefined {
  return facts !== undefined && isCreditRefusal(code) ? creditWordsOf(code, facts) : undefined;
}

/** The same for the kind of an exception, such as `credit-exceeded`. */
export function creditWordsOfKind(
  kind: string,
  facts: RefusalFacts | undefined,
): Words | undefined {
  return creditWords(kind.toUpperCase().replaceAll('-', '_'), facts);
}

export function creditWordsOf(code: CreditFacts['code'], facts: RefusalFacts): Words {
  const known = creditFacts.parse({ ...facts, code });
  return { id: sentence(known, 'id'), en: sentence(known, 'en') };
}

function sentence(facts: CreditFacts, language: Language): string {
  const t = textsFor(language);
  const day = (date: string): string => formatDate(date, language);
  switch (facts.code) {
    case 'CREDIT_NOT_GRANTED':
      return facts.granted === null
        ? t('credit.none')
        : t('credit.notGranted', { granted: facts.granted, asked: facts.asked });
    case 'CUSTOMER_BLOCKED':
      return t('credit.blocked');
    case 'CREDIT_EXPIRED':
      return t('credit.expired', { date: day(facts.endedOn) });
    case 'CUSTOMER_PLACED':
      return t('credit.placed');
    case 'CREDIT_OVERDUE':
      return t('credit.overdue', {
        invoice: facts.invoice,
        date: day(facts.since),
        days: facts.days,
      });
    case 'CREDIT_EXCEEDED':
      return exceeded(facts, language);
  }
}

type Exceeded = Extract<CreditFacts, { code: 'CREDIT_EXCEEDED' }>;

function exceeded({ used, limit, wanted, currency }: Exceeded, language: Language): string {
  const say = (units: string): string =>
    formatMoney({ amount: BigInt(units), currency: parseCurrency(currency) }, language);
  const values = { used: say(used), limit: say(limit), wanted: say(wanted) };
  return textsFor(language)(wanted === '0' ? 'credit.used' : 'credit.exceeded', values);
}

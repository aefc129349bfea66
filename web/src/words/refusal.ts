import type { Problem } from '../../../client/problem.js';
import { inOneWay } from '../ui/format.js';
import type { ScreenLanguage } from './screen-language.js';
import { AGENCY_REFUSALS } from './refusals/agency.js';
import { BANKING_REFUSALS } from './refusals/banking.js';
import { COMPANY_REFUSALS } from './refusals/company.js';
import { CUSTOMER_REFUSALS } from './refusals/customer.js';
import { HTTP_REFUSALS } from './refusals/http.js';
import { IDENTITY_REFUSALS } from './refusals/identity.js';
import { IMPORTS_REFUSALS } from './refusals/imports.js';
import { MONEY_REFUSALS } from './refusals/money.js';
import { RECEIVABLE_REFUSALS } from './refusals/receivable.js';
import { SALE_REFUSALS } from './refusals/sale.js';

/** Every refusal of the API in Indonesian; in English the API says it itself. */
export const REFUSALS: Readonly<Record<string, string>> = {
  ...HTTP_REFUSALS,
  ...MONEY_REFUSALS,
  ...SALE_REFUSALS,
  ...RECEIVABLE_REFUSALS,
  ...BANKING_REFUSALS,
  ...AGENCY_REFUSALS,
  ...COMPANY_REFUSALS,
  ...CUSTOMER_REFUSALS,
  ...IMPORTS_REFUSALS,
  ...IDENTITY_REFUSALS,
};

const UNANSWERED = {
  en: 'The server did not answer. Whether this was done is not known: try it again, it is done once.',
  id: 'Server tidak menjawab. Belum diketahui apakah ini sudah dilakukan: coba lagi, hanya dilakukan satu kali.',
} as const;

/** What a person reads when a write was not answered. */
export function unansweredIn(language: ScreenLanguage): string {
  return UNANSWERED[language];
}

/** What was refused, in the language of the screen, with the amounts and the field that the API names. */
export function refusalIn(
  language: ScreenLanguage,
  problem: Pick<Problem, 'code' | 'detail' | 'param'>,
): string {
  const detail = inOneWay(problem.detail);
  const says = language === 'id' ? REFUSALS[problem.code] : undefined;
  if (says === undefined) return detail;
  const amounts = detail.match(/Rp[\d.]+\d/g) ?? [];
  const field = problem.code.startsWith('FIELD_') ? [problem.param ?? ''] : [];
  const named = [...field, ...amounts].filter((part) => part !== '');
  return named.length === 0 ? says : `${says} (${named.join(', ')})`;
}

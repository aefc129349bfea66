import { Temporal } from 'temporal-polyfill';
import { companyCalendar } from '../../domain/calendar/company-holidays.js';
import { INDONESIAN_CONTACT_POLICY, nextContactTime } from '../../domain/calendar/contact-hours.js';
import { previewLetters, type LettersPreview } from '../../domain/dunning/preview-letters.js';
import { parseCurrency, type CurrencyCode } from '../../domain/money/currency.js';
import { parseMoney } from '../../domain/money/money.js';
import { Refusal } from '../../domain/refusal.js';
import { dunningPolicy } from '../../prisma/commands/receivable-facts.js';
import type { PrismaClient } from '../../prisma/database.js';
import { ownHolidays } from '../company/holidays.js';
import { companyOf } from '../company/stores.js';
import { dunningPolicyOf } from './dunning-policy-of.js';

type PolicyQuestion = Readonly<{
  policyId: string;
  dueOn: string;
  /** In the currency of the policy, as decimal text. */
  amount: string;
}>;

/**
 * Every letter that a version of a policy makes of an invoice, for a debtor in the zone of the company.
 *
 * @throws Refusal `COMPANY_MISSING`, `POLICY_NOT_FOUND` and those of `parseMoney`
 */
export async function previewPolicy(
  prisma: PrismaClient,
  { policyId, dueOn, amount }: PolicyQuestion,
): Promise<LettersPreview & Readonly<{ currency: CurrencyCode }>> {
  const { timeZone: zone, country } = await companyOf(prisma);
  const [row] = await prisma.$queryRaw<{ currency: string; policy: unknown }[]>`
    SELECT p.currency, read_dunning_policy(p) AS policy FROM dunning_policy p WHERE p.id = ${policyId}::uuid`;
  if (row === undefined) {
    const detail = 'There is no such version.';
    throw new Refusal({ code: 'POLICY_NOT_FOUND', param: 'policyId', detail });
  }
  const currency = parseCurrency(row.currency);
  const own = await ownHolidays(prisma, country);
  const holidays = companyCalendar(
    country,
    own.map(({ date }) => date),
  );
  const debt = {
    dueOn: Temporal.PlainDate.from(dueOn),
    amount: parseMoney({ amount, currency }, 'amount').amount,
  };
  const policy = dunningPolicyOf(dunningPolicy.parse(row.policy), currency);
  const preview = previewLetters(debt, policy, {
    zone,
    nextContactAt: (at) =>
      nextContactTime({ at, zone, policy: INDONESIAN_CONTACT_POLICY, holidays }),
  });
  return { ...preview, currency };
}

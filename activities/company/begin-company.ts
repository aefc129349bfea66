import { Temporal } from 'temporal-polyfill';
import type { CommandContext } from '../../domain/context.js';
import { accountCode } from '../../domain/ledger/accounts.js';
import { parseCurrency } from '../../domain/money/currency.js';
import { Refusal } from '../../domain/refusal.js';
import * as companyCommands from '../../prisma/commands/company.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { checkedTaxNumber } from './change-company.js';
import { checkTimeZone } from './check-time-zone.js';
import { proposePolicies, STANDARD_POLICY } from './propose-policy.js';
import { openPeriods, proposeTaxesAndTenders } from './proposals.js';

export type NewCompany = Readonly<{
  name: string;
  code: string;
  legalName: string;
  address: string;
  taxNumber: string;
  country: string;
  currency: string;
  timeZone: string;
  language: string;
  /** The first of this month in the zone of the company, when it is left out. */
  booksFrom: Temporal.PlainDate | undefined;
  bankAccount: Readonly<{ bankName: string; number: string; name: string }>;
}>;

export type BegunCompany = Readonly<{
  organisationId: string;
  legalEntityId: string;
  taxNumber: string;
  booksFrom: Temporal.PlainDate;
}>;

/** In every payment reference of the first legal entity; none begins with a zero. */
const FIRST_REFERENCE_DIGITS = '10';

/** The number of the advisory lock under which a company begins. */
const COMPANY_LOCK = 5_016_219_384_731n;

/**
 * Makes organisation, legal entity, bank account and open periods, with the tax table, the rules of the tenders and the
 * dunning policy that are proposed.
 *
 * @throws Refusal `COMPANY_EXISTS`, `COUNTRY_UNSUPPORTED`, `CURRENCY_UNKNOWN`, `TAX_NUMBER_MALFORMED`,
 * `TIME_ZONE_UNKNOWN`
 */
export async function beginCompany(
  tx: Transaction,
  ctx: CommandContext,
  company: NewCompany,
): Promise<BegunCompany> {
  const { name, language, timeZone, legalName, code, address, country, bankAccount } = company;
  refuseOtherCountry(country);
  const taxNumber = checkedTaxNumber(company.taxNumber, country);
  const currency = parseCurrency(company.currency);
  checkTimeZone(timeZone);
  await refuseSecondCompany(tx);
  const { id: organisationId } = await tx.organisation.create({
    data: { name, language, timeZone },
  });
  const { id: legalEntityId } = await tx.legalEntity.create({
    data: {
      organisationId,
      code,
      legalName,
      address,
      taxNumber,
      currency,
      country,
      timeZone,
      language,
      referenceDigits: FIRST_REFERENCE_DIGITS,
    },
  });
  const first = { legalEntityId, ...bankAccount, currency, accountCode: accountCode('bank') };
  await callIn(tx, companyCommands.addFirstBankAccount, [ctx, first]);
  const today = Temporal.Instant.from(ctx.at).toZonedDateTimeISO(timeZone).toPlainDate();
  const booksFrom = company.booksFrom ?? today.with({ day: 1 });
  await openPeriods(tx, { legalEntityId, booksFrom });
  await proposeTaxesAndTenders(tx, ctx, currency);
  await proposePolicies(tx, ctx, { terms: [STANDARD_POLICY], currency });
  return { organisationId, legalEntityId, taxNumber, booksFrom };
}

/** Waits for nobody: whoever begins a company at this moment opens periods, and for that must hold the books alone. */
async function refuseSecondCompany(tx: Transaction): Promise<void> {
  const [{ alone }] = await tx.$queryRaw<[{ alone: boolean }]>`
    SELECT pg_try_advisory_xact_lock(${COMPANY_LOCK}) AS alone`;
  if (alone && (await tx.organisation.findFirst()) === null) return;
  const detail = alone
    ? 'These books have a company already.'
    : 'Somebody begins a company at this moment.';
  throw new Refusal({ code: 'COMPANY_EXISTS', detail });
}

/** The tax table that is proposed is Indonesia's. */
function refuseOtherCountry(country: string): void {
  if (country === 'ID') return;
  const detail = `There is no tax table of ${country} yet: the country must be ID.`;
  throw new Refusal({ code: 'COUNTRY_UNSUPPORTED', param: 'country', detail });
}

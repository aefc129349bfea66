import type { CommandContext } from '../../domain/context.js';
import { parseCurrency } from '../../domain/money/currency.js';
import { Refusal } from '../../domain/refusal.js';
import type { Prisma, Transaction } from '../../prisma/database.js';
import { requestMasterChange } from '../company/master-changes.js';
import { codeTaken, underOwnCode } from '../company/unique-code.js';
import { isCountry, readPhone } from '../customer/phone.js';

export type AgencyFields = Readonly<{
  name: string;
  country: string;
  language: string;
  contactName: string | null;
  email: string | null;
  phone: string | null;
}>;

/** What two people change once the agency is there. */
export type AgencyTerms = Readonly<{
  commissionTaxBasisPoints: number;
  recallReportDays: number;
}>;

/**
 * Adds a collection agency, which gets no cases before there is an agreement with it. Answers its id.
 *
 * @throws Refusal `CODE_TAKEN`, `CURRENCY_UNKNOWN`, `COUNTRY_UNKNOWN`, `PHONE_MALFORMED`
 */
export async function addAgency(
  tx: Transaction,
  agency: AgencyFields & AgencyTerms & Readonly<{ code: string; currency: string }>,
): Promise<string> {
  const { code, commissionTaxBasisPoints, recallReportDays } = agency;
  const currency = parseCurrency(agency.currency);
  const terms = { commissionTaxBasisPoints, recallReportDays };
  const data = { ...checked(agency), ...terms, code, currency };
  const { id } = await underOwnCode(tx.agency.create({ data }), codeTaken('agency', code));
  return id;
}

/**
 * Replaces what is known of an agency. One that is not active gets no new cases and keeps those it has.
 *
 * @throws Refusal `AGENCY_NOT_FOUND`, `COUNTRY_UNKNOWN`, `PHONE_MALFORMED`
 */
export async function changeAgency(
  tx: Transaction,
  { agencyId, active, ...fields }: AgencyFields & Readonly<{ agencyId: string; active: boolean }>,
): Promise<void> {
  await findAgency(tx, { id: agencyId });
  await tx.agency.update({ where: { id: agencyId }, data: { ...checked(fields), active } });
}

/**
 * Asks for other terms of an agency. Answers the id of the change.
 *
 * @throws Refusal `AGENCY_NOT_FOUND` and those of `request_master_change`
 */
export async function askForAgencyTerms(
  tx: Transaction,
  ctx: CommandContext,
  { agencyId, reason, ...terms }: AgencyTerms & Readonly<{ agencyId: string; reason: string }>,
): Promise<string> {
  const agency = await findAgency(tx, { id: agencyId });
  const { code, commissionTaxBasisPoints, recallReportDays } = agency;
  return requestMasterChange(tx, ctx, {
    kind: 'agency-terms',
    subject: agencyId,
    before: { agency: code, commissionTaxBasisPoints, recallReportDays },
    after: { agency: code, agencyId, ...terms },
    reason,
  });
}

/** Locked, so that versions follow each other. @throws Refusal `AGENCY_NOT_FOUND` */
export async function findAgency(
  tx: Transaction,
  where: Prisma.AgencyWhereUniqueInput,
  param = 'agencyId',
) {
  const agency = await tx.agency.findUnique({ where });
  if (agency !== null) {
    await tx.$executeRaw`SELECT FROM agency WHERE id = ${agency.id}::uuid FOR NO KEY UPDATE`;
    return agency;
  }
  throw new Refusal({ code: 'AGENCY_NOT_FOUND', param, detail: 'There is no such agency.' });
}

function checked(fields: AgencyFields) {
  const { name, country, language, contactName, email } = fields;
  if (!isCountry(country)) {
    const detail = 'A country has two capitals (ISO 3166), such as ID.';
    throw new Refusal({ code: 'COUNTRY_UNKNOWN', param: 'country', detail });
  }
  const phone = fields.phone === null ? null : readPhone(fields.phone, country);
  if (phone === undefined) {
    const detail = 'No telephone has this number.';
    throw new Refusal({ code: 'PHONE_MALFORMED', param: 'phone', detail });
  }
  return { name, country, language, contactName, email, phone };
}

import { readTaxNumber } from '../../domain/company/tax-number.js';
import type { CommandContext } from '../../domain/context.js';
import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';
import { requestMasterChange } from './master-changes.js';
import { companyOf } from './stores.js';

export type CompanyNames = Readonly<{ name: string; legalName: string; address: string }>;

/** Changes name and address; the books keep what stood on documents before. @throws Refusal `COMPANY_MISSING` */
export async function changeCompany(
  tx: Transaction,
  { name, legalName, address }: CompanyNames,
): Promise<void> {
  const { id, organisationId } = await companyOf(tx);
  await tx.organisation.update({ where: { id: organisationId }, data: { name } });
  await tx.legalEntity.update({ where: { id }, data: { legalName, address } });
}

export type TaxIdentityWish = Readonly<{
  taxNumber: string;
  /** PKP: it charges VAT. */
  vatRegistered: boolean;
  reason: string;
}>;

/**
 * Asks for another tax number of the company. Answers the id of the change.
 *
 * @throws Refusal `COMPANY_MISSING`, `TAX_NUMBER_MALFORMED` and those of `request_master_change`
 */
export async function askForTaxIdentity(
  tx: Transaction,
  ctx: CommandContext,
  { taxNumber, vatRegistered, reason }: TaxIdentityWish,
): Promise<string> {
  const company = await companyOf(tx);
  return requestMasterChange(tx, ctx, {
    kind: 'tax-identity',
    subject: company.id,
    before: { taxNumber: company.taxNumber, vatRegistered: company.vatRegistered },
    after: {
      legalEntityId: company.id,
      taxNumber: checkedTaxNumber(taxNumber, company.country),
      vatRegistered,
    },
    reason,
  });
}

/** The tax number as it is kept. @throws Refusal `TAX_NUMBER_MALFORMED` */
export function checkedTaxNumber(taxNumber: string, country: string): string {
  const read = readTaxNumber(taxNumber, country);
  if (read !== undefined) return read;
  const detail = 'An NPWP has 16 digits, or 15 in the form before July 2024.';
  throw new Refusal({ code: 'TAX_NUMBER_MALFORMED', param: 'taxNumber', detail });
}

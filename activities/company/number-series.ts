import type { CommandContext } from '../../domain/context.js';
import { Refusal } from '../../domain/refusal.js';
import * as companyCommands from '../../prisma/commands/company.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { companyOf } from './stores.js';

export type NumberSeriesWish = Readonly<{
  kind: 'invoice' | 'credit-note';
  year: number;
  prefix: string;
  firstNumber: number;
}>;

/**
 * Sets form and first number of a series that has no number yet.
 *
 * @throws Refusal `COMPANY_MISSING`, `NUMBER_PREFIX_OF_OTHER_YEAR` and those of `set_number_series`
 */
export async function setNumberSeries(
  tx: Transaction,
  ctx: CommandContext,
  wish: NumberSeriesWish,
): Promise<void> {
  const { id: legalEntityId } = await companyOf(tx);
  if (!wish.prefix.endsWith(`/${wish.year}`)) {
    const detail = `The form of a series of ${wish.year} ends with /${wish.year}.`;
    throw new Refusal({ code: 'NUMBER_PREFIX_OF_OTHER_YEAR', param: 'prefix', detail });
  }
  await callIn(tx, companyCommands.setNumberSeries, [ctx, { legalEntityId, ...wish }]);
}

import { Temporal } from 'temporal-polyfill';
import type { CommandContext } from '../../domain/context.js';
import { parseMoney, type MoneyOnWire } from '../../domain/money/money.js';
import { Refusal } from '../../domain/refusal.js';
import type { InputOf } from '../../prisma/commands/command.js';
import * as collectionCommands from '../../prisma/commands/collection.js';
import { callIn, type Transaction } from '../../prisma/database.js';

type Amounts = 'placed' | 'collected' | 'paidDirect' | 'adjusted';

export type RunningCase = Readonly<{
  /** Number of the invoice, which was brought in before. */
  number: string;
  /** Code of the agency. */
  agency: string;
  placedOn: string;
  /** Whether the agency has accepted the case; it has when this is left out. */
  state?: InputOf<typeof collectionCommands.bringInPlacement>['state'] | undefined;
  placed: MoneyOnWire;
  collected?: MoneyOnWire | undefined;
  paidDirect?: MoneyOnWire | undefined;
  adjusted?: MoneyOnWire | undefined;
  /** Version of the agreement that the case is under. */
  agreement?: number | undefined;
}>;

/**
 * Brings in a case that an agency runs for another system: the receivable lives on as placed with it. What was placed, less
 * what was collected, paid directly and adjusted, is what is open of the invoice. Answers the id of the placement.
 *
 * @throws Refusal `INVOICE_NOT_FOUND` also for an invoice of our own, `AGENCY_NOT_FOUND`, `PLACEMENT_DAY_INVALID`,
 * `CURRENCY_MISMATCH`, `AMOUNT_NOT_POSITIVE`, those of `parseMoney` and `bring_in_placement`
 */
export async function bringInPlacement(
  tx: Transaction,
  ctx: CommandContext,
  running: RunningCase,
): Promise<string> {
  const invoice = await invoiceOf(tx, running);
  const agency = await tx.agency.findUnique({ where: { code: running.agency } });
  if (agency === null) {
    const detail = `There is no agency ${running.agency}.`;
    throw new Refusal({ code: 'AGENCY_NOT_FOUND', param: 'agency', detail });
  }
  const today = Temporal.Instant.from(ctx.at)
    .toZonedDateTimeISO(invoice.legalEntity.timeZone)
    .toPlainDate()
    .toString();
  checkDay(running, { today, issuedOn: invoice.issuedOn.toISOString().slice(0, today.length) });
  const { placedOn, state = 'acknowledged', agreement } = running;
  const { placementId } = await callIn(tx, collectionCommands.bringInPlacement, [
    ctx,
    {
      invoiceId: invoice.id,
      agencyId: agency.id,
      agreement,
      placedOn,
      today,
      state,
      ...amountsOf(running, invoice.currency),
    },
  ]);
  return placementId;
}

/** An invoice of our own is placed by its policy, or by two people. */
async function invoiceOf(tx: Transaction, { number }: RunningCase) {
  const invoice = await tx.invoice.findFirst({
    where: { number, saleId: null },
    include: { legalEntity: true },
  });
  if (invoice !== null) return invoice;
  const detail = `No invoice ${number} was brought in as a receivable.`;
  throw new Refusal({ code: 'INVOICE_NOT_FOUND', param: 'number', detail });
}

function checkDay(
  { placedOn }: RunningCase,
  { today, issuedOn }: Readonly<{ today: string; issuedOn: string }>,
): void {
  const refused = (detail: string) =>
    new Refusal({ code: 'PLACEMENT_DAY_INVALID', param: 'placedOn', detail });
  if (placedOn > today) throw refused('It would have been placed on a day to come.');
  if (placedOn < issuedOn) throw refused('It would have been placed before it was issued.');
}

function amountsOf(running: RunningCase, currency: string): Readonly<Record<Amounts, string>> {
  const placed = amountOf(running, 'placed', currency);
  const collected = amountOf(running, 'collected', currency);
  const paidDirect = amountOf(running, 'paidDirect', currency);
  if (placed <= 0n) throw notPositive('placed', 'Only what is above zero is placed.');
  if (collected < 0n) throw notPositive('collected', 'What was collected is not below zero.');
  if (paidDirect < 0n) throw notPositive('paidDirect', 'What was paid is not below zero.');
  return {
    placed: placed.toString(),
    collected: collected.toString(),
    paidDirect: paidDirect.toString(),
    adjusted: amountOf(running, 'adjusted', currency).toString(),
  };
}

function amountOf(running: RunningCase, field: Amounts, currency: string): bigint {
  const said = running[field];
  if (said === undefined) return 0n;
  const money = parseMoney(said, field);
  if (money.currency === currency) return money.amount;
  const detail = `The invoice is in ${currency}.`;
  throw new Refusal({ code: 'CURRENCY_MISMATCH', param: `${field}.currency`, detail });
}

function notPositive(param: Amounts, detail: string): Refusal {
  return new Refusal({ code: 'AMOUNT_NOT_POSITIVE', param, detail });
}

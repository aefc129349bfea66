import { Temporal } from 'temporal-polyfill';
import type { CommandContext } from '../../domain/context.js';
import { decideNextStep, type NextStep } from '../../domain/dunning/decide-next-step.js';
import { Refusal } from '../../domain/refusal.js';
import type { InputOf } from '../../prisma/commands/command.js';
import * as collectionCommands from '../../prisma/commands/collection.js';
import * as receivableCommands from '../../prisma/commands/receivable.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { readReceivable } from '../dunning/receivable-facts.js';
import { lockInvoice } from '../receivable/locked-invoice.js';

/**
 * Places an invoice with a collection agency at a person's request; without an agency in the request the books choose
 * one. The rules are those of any placement; only a debt that an agency gave back may be placed again by a person.
 * Answers the id of the placement.
 *
 * @throws Refusal `INVOICE_NOT_FOUND`, `PLACEMENT_OPEN`, `PLACEMENT_NOT_DUE`, `PLACEMENT_HELD`, `AGENCY_MISSING` and
 * those of `create_placement`.
 */
export async function placeInvoice(
  tx: Transaction,
  ctx: CommandContext,
  { invoiceId, agencyId }: Readonly<{ invoiceId: string; agencyId: string | undefined }>,
): Promise<string> {
  const { today } = await lockInvoice(tx, ctx, invoiceId);
  await refuseSecond(tx, invoiceId);
  await refuseEarly(tx, ctx, invoiceId);
  const placing = await callIn(tx, collectionCommands.createPlacement, [
    ctx,
    { invoiceId, agencyId, placedOn: today.toString() },
  ]);
  if (placing.kind === 'placed') return placing.placementId;
  const detail = 'No active agency works in the country and currency of this customer.';
  throw new Refusal({ code: 'AGENCY_MISSING', param: 'agencyId', detail });
}

async function refuseSecond(tx: Transaction, invoiceId: string): Promise<void> {
  const open = await tx.placement.findFirst({ where: { invoiceId, closedAt: null } });
  if (open === null) return;
  const detail = `The invoice is with an agency as ${open.number}.`;
  throw new Refusal({ code: 'PLACEMENT_OPEN', param: 'invoiceId', detail });
}

async function refuseEarly(tx: Transaction, ctx: CommandContext, invoiceId: string): Promise<void> {
  const row = await callIn(tx, receivableCommands.receivableFacts, [ctx, { invoiceId }]);
  // Without a receivable nothing is open, which the command says.
  if (row === null) return;
  const { facts, policy, moment } = readReceivable(row, Temporal.Instant.from(ctx.at));
  const { placement } = facts;
  const asFirst = placement === 'returned' ? { ...facts, placement: 'none' as const } : facts;
  const refusal = refusalOf(decideNextStep(asFirst, policy, moment));
  if (refusal !== undefined) throw new Refusal({ ...refusal, param: 'invoiceId' });
}

/** Why this step is no placement; what is settled or disputed the command refuses by codes of its own. */
function refusalOf(step: NextStep): Readonly<{ code: string; detail: string }> | undefined {
  switch (step.kind) {
    case 'place':
    case 'close':
    case 'await-placement':
      return undefined;
    case 'hold':
      return step.reason === 'dispute'
        ? undefined
        : { code: 'PLACEMENT_HELD', detail: `The invoice is held: ${step.reason}.` };
    case 'remind': {
      const detail = `Reminder ${step.level} comes first.`;
      return { code: 'PLACEMENT_NOT_DUE', detail };
    }
    case 'wait': {
      const detail = `Nothing is due for this invoice before ${step.until.toString()}.`;
      return { code: 'PLACEMENT_NOT_DUE', detail };
    }
  }
}

/** Takes an invoice back from its agency. @throws Refusal those of `recall_placement`. */
export async function recallPlacement(
  tx: Transaction,
  ctx: CommandContext,
  recall: InputOf<typeof collectionCommands.recallPlacement>,
): Promise<void> {
  await callIn(tx, collectionCommands.recallPlacement, [ctx, recall]);
}

/** The agency takes a case or turns it down. @throws Refusal those of `acknowledge_placement`. */
export async function acknowledgePlacement(
  tx: Transaction,
  ctx: CommandContext,
  answer: InputOf<typeof collectionCommands.acknowledgePlacement>,
): Promise<void> {
  await callIn(tx, collectionCommands.acknowledgePlacement, [ctx, answer]);
}

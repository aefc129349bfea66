import type { CommandContext } from '../../domain/context.js';
import { Refusal } from '../../domain/refusal.js';
import type { InputOf } from '../../prisma/commands/command.js';
import * as collectionCommands from '../../prisma/commands/collection.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { lockInvoice } from '../receivable/locked-invoice.js';

/**
 * Places an invoice with a collection agency at a person's request; without an agency in the request the books choose
 * one. Answers the id of the placement.
 *
 * @throws Refusal `INVOICE_NOT_FOUND`, `PLACEMENT_OPEN`, `AGENCY_MISSING` and those of `create_placement`.
 */
export async function placeInvoice(
  tx: Transaction,
  ctx: CommandContext,
  { invoiceId, agencyId }: Readonly<{ invoiceId: string; agencyId: string | undefined }>,
): Promise<string> {
  const { today } = await lockInvoice(tx, ctx, invoiceId);
  await refuseSecond(tx, invoiceId);
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

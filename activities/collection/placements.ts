import { Temporal } from 'temporal-polyfill';
import type { CommandContext } from '../../domain/context.js';
import { decideNextStep, type NextStep } from '../../domain/dunning/decide-next-step.js';
import type { ReceivableFacts } from '../../domain/dunning/receivable-facts.js';
import { Refusal } from '../../domain/refusal.js';
import type { InputOf } from '../../prisma/commands/command.js';
import * as collectionCommands from '../../prisma/commands/collection.js';
import * as receivableCommands from '../../prisma/commands/receivable.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { readReceivable } from '../dunning/receivable-facts.js';
import { lockInvoice } from '../receivable/locked-invoice.js';

export type PlacementWish = Readonly<{
  invoiceId: string;
  agencyId: string | undefined;
  /** Why it is placed although the policy would not; a second person decides about it. */
  reason: string | undefined;
}>;

export type PlacementAnswer =
  | Readonly<{ kind: 'placed'; placementId: string }>
  | Readonly<{ kind: 'requested'; placementRequestId: string }>;

/**
 * Places an invoice with a collection agency at a person's request; without an agency in the request the books choose
 * one. The rules are those of any placement; only a debt that an agency gave back may be placed again by a person.
 * What is held, promised, disputed, not due or below the policy's level is placed once a second person has agreed to
 * the reason; for money that we hold nothing is placed, it is allocated first.
 *
 * @throws Refusal `INVOICE_NOT_FOUND`, `PLACEMENT_OPEN`, `PLACEMENT_NOT_DUE`, `PLACEMENT_HELD`, `DISPUTE_OPEN`,
 * `AGENCY_MISSING` and those of `create_placement` and `request_placement`.
 */
export async function placeInvoice(
  tx: Transaction,
  ctx: CommandContext,
  { invoiceId, agencyId, reason }: PlacementWish,
): Promise<PlacementAnswer> {
  const { today } = await lockInvoice(tx, ctx, invoiceId);
  await refuseSecond(tx, invoiceId);
  const obstacle = await obstacleTo(tx, ctx, invoiceId);
  if (obstacle !== undefined) {
    const { code, detail, isFinal } = obstacle;
    if (isFinal || reason === undefined) throw new Refusal({ code, detail, param: 'invoiceId' });
    const asked = { invoiceId, agencyId, reason, obstacle: detail };
    const answer = await callIn(tx, collectionCommands.requestPlacement, [ctx, asked]);
    return { kind: 'requested', ...answer };
  }
  const placing = await callIn(tx, collectionCommands.createPlacement, [
    ctx,
    { invoiceId, agencyId, placedOn: today.toString() },
  ]);
  if (placing.kind === 'placed') return { kind: 'placed', placementId: placing.placementId };
  const detail = 'No active agency works in the country and currency of this customer.';
  throw new Refusal({ code: 'AGENCY_MISSING', param: 'agencyId', detail });
}

async function refuseSecond(tx: Transaction, invoiceId: string): Promise<void> {
  const open = await tx.placement.findFirst({ where: { invoiceId, closedAt: null } });
  if (open === null) return;
  const detail = `The invoice is with an agency as ${open.number}.`;
  throw new Refusal({ code: 'PLACEMENT_OPEN', param: 'invoiceId', detail });
}

/** Why the policy does not place an invoice now; `isFinal`: a second person cannot agree to it either. */
type Obstacle = Readonly<{ code: string; detail: string; isFinal: boolean }>;

async function obstacleTo(
  tx: Transaction,
  ctx: CommandContext,
  invoiceId: string,
): Promise<Obstacle | undefined> {
  const row = await callIn(tx, receivableCommands.receivableFacts, [ctx, { invoiceId }]);
  // Without a receivable nothing is open, which the command says.
  if (row === null) return undefined;
  const { facts, policy, moment } = readReceivable(row, Temporal.Instant.from(ctx.at));
  const { placement } = facts;
  const asFirst = placement === 'returned' ? { ...facts, placement: 'none' as const } : facts;
  return unallocated(facts.unmatchedCash) ?? obstacleOf(decideNextStep(asFirst, policy, moment));
}

/** What is settled the command refuses by a code of its own. */
function obstacleOf(step: NextStep): Obstacle | undefined {
  switch (step.kind) {
    case 'place':
    case 'close':
    case 'await-placement':
      return undefined;
    case 'hold':
      return {
        code: step.reason === 'dispute' ? 'DISPUTE_OPEN' : 'PLACEMENT_HELD',
        detail: `The invoice is held: ${step.reason}.`,
        isFinal: step.reason === 'unmatched-cash',
      };
    case 'remind': {
      const detail = `Reminder ${step.level} comes first.`;
      return { code: 'PLACEMENT_NOT_DUE', detail, isFinal: false };
    }
    case 'wait': {
      const detail = `Nothing is due for this invoice before ${step.until.toString()}.`;
      return { code: 'PLACEMENT_NOT_DUE', detail, isFinal: false };
    }
  }
}

function unallocated(held: ReceivableFacts['unmatchedCash']): Obstacle | undefined {
  if (held.held === 0n) return undefined;
  return {
    code: 'PLACEMENT_HELD',
    detail: 'The invoice is held: unmatched-cash.',
    isFinal: true,
  };
}

export type PlacementDecision = Readonly<{
  placementRequestId: string;
  decision: InputOf<typeof collectionCommands.decidePlacementRequest>['decision'];
}>;

/**
 * A second person agrees to a placement, or rejects it.
 *
 * @throws Refusal `PLACEMENT_REQUEST_NOT_FOUND`, `PLACEMENT_HELD` when money has come meanwhile, and those of
 * `decide_placement_request`.
 */
export async function decidePlacementRequest(
  tx: Transaction,
  ctx: CommandContext,
  { placementRequestId, decision }: PlacementDecision,
): Promise<void> {
  const { invoiceId, state } = await placementRequest(tx, placementRequestId);
  const { today } = await lockInvoice(tx, ctx, invoiceId);
  const obstacle =
    decision === 'approved' && state === 'requested'
      ? await obstacleTo(tx, ctx, invoiceId)
      : undefined;
  if (obstacle?.isFinal === true) throw new Refusal({ ...obstacle, param: 'placementRequestId' });
  const input = { placementRequestId, decision, placedOn: today.toString() };
  await callIn(tx, collectionCommands.decidePlacementRequest, [ctx, input]);
}

/** A request to place an invoice. @throws Refusal `PLACEMENT_REQUEST_NOT_FOUND`. */
export async function placementRequest(tx: Pick<Transaction, 'placementRequest'>, id: string) {
  const asked = await tx.placementRequest.findUnique({ where: { id } });
  if (asked !== null) return asked;
  const detail = 'There is no such request.';
  throw new Refusal({ code: 'PLACEMENT_REQUEST_NOT_FOUND', param: 'placementRequestId', detail });
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

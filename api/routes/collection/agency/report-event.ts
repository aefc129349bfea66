import { reportEvent as report } from '../../../../activities/collection/report-event.js';
import { canonicalSale as canonicalJson } from '../../../../domain/sale/canonical-sale.js';
import {
  reportEventRoute,
  type AgencyReportBody,
} from '../../../../contract/collection/agency-reports.js';
import type { Json } from '../../../../contract/strict-json.js';
import { parseMoney, type Money } from '../../../../domain/money/money.js';
import { Refusal } from '../../../../domain/refusal.js';
import { command } from '../../../route.js';
import { wireMoneyOrNull } from '../../../wire.js';
import { factsOfCase } from './agency-cases.js';
import { ownCase } from './own-case.js';

export const reportEvent = command(reportEventRoute).answers(async ({ params, body, ctx, tx }) => {
  const { placementId } = params;
  await ownCase(tx, placementId);
  const { sequence, type } = body;
  const { kind } = await report(tx, ctx, {
    placementId,
    sequence,
    type,
    occurredAt: body.occurredAt,
    amount: amountOf(body),
    promisedFor: type === 'promise' ? body.promisedFor : undefined,
    reason: 'reason' in body ? body.reason : undefined,
    content: canonicalJson(body as Json),
  });
  const event = await tx.placementEvent.findUnique({
    where: { placementId_sequence: { placementId, sequence } },
  });
  const { state, balance } = factsOfCase(await ownCase(tx, placementId));
  return {
    status: kind === 'recorded' ? 201 : 200,
    body: {
      placementId,
      sequence,
      type,
      state,
      balance,
      outcome: kind,
      commission: wireMoneyOrNull(event?.commissionAmount ?? null, event?.currency ?? null),
    },
    ...(kind === 'replayed' ? { headers: { 'Idempotency-Replayed': 'true' } } : {}),
  };
});

/** @throws Refusal those of `parseMoney`, `AMOUNT_NOT_POSITIVE`. */
function amountOf(body: AgencyReportBody): Money | undefined {
  if (!('amount' in body) || body.amount === undefined) return undefined;
  const amount = parseMoney(body.amount, 'amount');
  if (amount.amount > 0n || body.type === 'payment') return amount;
  const detail = 'What is reported is above zero.';
  throw new Refusal({ code: 'AMOUNT_NOT_POSITIVE', param: 'amount', detail });
}

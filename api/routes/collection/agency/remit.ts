import type { z } from 'zod';
import {
  recordRemittance,
  type RemittanceCommand,
} from '../../../../activities/collection/record-remittance.js';
import { remitRoute } from '../../../../contract/collection/remittances.js';
import {
  parseMoney,
  sumAmounts,
  type Money,
  type MoneyOnWire,
} from '../../../../domain/money/money.js';
import { notFound, Refusal } from '../../../../domain/refusal.js';
import { command } from '../../../route.js';
import { readOwnRemittance, remittanceOnWire } from './remittance-on-wire.js';

export const remit = command(remitRoute).answers(async ({ body, ctx, tx }) => {
  const { kind, remittanceId } = await recordRemittance(tx, ctx, readBody(body));
  const remittance = await readOwnRemittance(tx, remittanceId);
  if (remittance === null) throw notFound();
  return {
    status: kind === 'recorded' ? 201 : 200,
    body: remittanceOnWire(remittance),
    ...(kind === 'replayed' ? { headers: { 'Idempotency-Replayed': 'true' } } : {}),
  };
});

type Body = z.output<typeof remitRoute.body>;

/** @throws Refusal those of `parseMoney`, `CURRENCY_MISMATCH`, `REMITTANCE_DOES_NOT_FOOT`. */
function readBody(body: Body): RemittanceCommand {
  const { number, remittedOn } = body;
  const gross = parseMoney(body.gross, 'gross');
  const read = (wire: MoneyOnWire, param: string): bigint => amountIn(gross, wire, param);
  const commission = read(body.commission, 'commission');
  refuseOtherCommission(body, commission, read);
  return {
    number,
    remittedOn,
    commission,
    currency: gross.currency,
    gross: gross.amount,
    taxOnCommission: read(body.taxOnCommission, 'taxOnCommission'),
    net: read(body.net, 'net'),
    payments: body.payments.map((payment, index) => ({
      placementId: payment.placementId,
      sequence: payment.sequence,
      amount: read(payment.gross, `payments[${index}].gross`),
    })),
  };
}

function amountIn({ currency }: Money, wire: MoneyOnWire, param: string): bigint {
  const amount = parseMoney(wire, param);
  if (amount.currency === currency) return amount.amount;
  throw new Refusal({
    code: 'CURRENCY_MISMATCH',
    param: `${param}.currency`,
    detail: `The remittance is in ${currency}.`,
  });
}

/** Commission per payment is optional; when given, it must add up to the total. */
function refuseOtherCommission(
  { payments }: Body,
  total: bigint,
  read: (wire: MoneyOnWire, param: string) => bigint,
): void {
  const parts = payments.flatMap(({ commission }, index) =>
    commission === undefined ? [] : [read(commission, `payments[${index}].commission`)],
  );
  if (parts.length === 0 || (parts.length === payments.length && sumAmounts(parts) === total))
    return;
  throw new Refusal({
    code: 'REMITTANCE_DOES_NOT_FOOT',
    param: 'commission',
    detail: 'The commission is not the sum of the commissions of the payments.',
  });
}

import { dueRemittance } from '../../../../activities/collection/due-remittance.js';
import { readDueRemittanceRoute } from '../../../../contract/collection/remittances.js';
import { route } from '../../../route.js';
import { wireMoney } from '../../../wire.js';
import { asPartner } from './as-partner.js';

export const readDueRemittance = route(readDueRemittanceRoute).answers(async (call, deps) => {
  const due = await asPartner(call, deps, (tx) => dueRemittance(tx, call.query.currency));
  const inItsCurrency = (amount: bigint) => wireMoney(amount, due.currency);
  return {
    status: 200,
    body: {
      gross: inItsCurrency(due.gross),
      commission: inItsCurrency(due.commission),
      taxOnCommission: inItsCurrency(due.taxOnCommission),
      net: inItsCurrency(due.net),
      payments: due.payments.map(({ amount, occurredAt, ...payment }) => ({
        ...payment,
        occurredAt: occurredAt.toISOString(),
        gross: inItsCurrency(amount),
      })),
    },
  };
});

import { closePeriod as close } from '../../../../activities/ledger/close-period.js';
import { closePeriodRoute } from '../../../../contract/ledger/periods.js';
import { Refusal } from '../../../../domain/refusal.js';
import { Prisma, type Transaction } from '../../../../prisma/database.js';
import { command } from '../../../route.js';
import { periodRows, periodOnWire, type PeriodRow } from './period-rows.js';

export const closePeriod = command(closePeriodRoute).answers(
  async ({ params, ctx, tx }, { clock }) => {
    const { periodId } = params;
    const { time_zone: zone } = await periodOf(tx, periodId);
    const today = clock.today(zone).toString();
    await close(tx, ctx, { periodId, today });
    return { status: 200, body: periodOnWire(await periodOf(tx, periodId)) };
  },
);

async function periodOf(tx: Transaction, periodId: string): Promise<PeriodRow> {
  const [row] = await periodRows(tx, Prisma.sql`p.id = ${periodId}::uuid`, 1);
  if (row !== undefined) return row;
  const detail = 'There is no such period.';
  throw new Refusal({ code: 'PERIOD_NOT_FOUND', param: 'periodId', detail });
}

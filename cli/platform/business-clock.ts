import type pg from 'pg';
import { CLOCK_SPEED_MAX } from '../../domain/calendar/business-clock.js';
import { OperatorFault } from '../../platform/fault.js';

export const REAL_TIME_SPEED = 1;

/** Reads `--speed`. */
export function parseSpeed(text: string): number {
  const speed = Number(text);
  if (Number.isFinite(speed) && speed > 0 && speed <= CLOCK_SPEED_MAX) return speed;
  throw new OperatorFault(
    `--speed ${text} is not a number above 0 and up to ${CLOCK_SPEED_MAX}: 1 is real time, 1440 a day a minute.`,
  );
}

/**
 * Starts the business clock, on the first start only: existing bookings and timers are in the time of that clock.
 * @throws {OperatorFault} when another speed is asked for later
 */
export async function ensureBusinessClock(
  owner: pg.Client,
  speed: number | undefined,
): Promise<number> {
  await owner.query(
    `INSERT INTO business_clock (id, business_epoch, real_epoch, speed)
     SELECT 1, at, at, $1 FROM date_trunc('milliseconds', clock_timestamp()) AS at
     ON CONFLICT (id) DO NOTHING`,
    [speed ?? REAL_TIME_SPEED],
  );
  const { rows } = await owner.query<{ speed: number }>(
    'SELECT speed FROM business_clock WHERE id = 1',
  );
  const running = rows[0]?.speed ?? REAL_TIME_SPEED;
  if (speed === undefined || speed === running) return running;
  throw new OperatorFault(
    `The business clock of this installation runs at speed ${running}, and its books and waits count in it: leave --speed out, or begin anew with --fresh.`,
  );
}

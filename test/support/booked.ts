import type { Captured } from '../../activities/sale/capture/capture.js';

/** A capture that was booked, as that of every store that is live. */
export type Booked = Exclude<Captured, Readonly<{ kind: 'in-shadow' }>>;

/** What was captured in a live store. @throws when the sale went into shadow */
export async function booked(capturing: Promise<Captured>): Promise<Booked> {
  const captured = await capturing;
  if (captured.kind === 'in-shadow') throw new Error(`${captured.sale.id} is kept in shadow`);
  return captured;
}

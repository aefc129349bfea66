import { resolveQuarantine as end } from '../../../activities/quarantine/resolve-quarantine.js';
import { resolveQuarantineRoute } from '../../../contract/quarantine/quarantine.js';
import { notFound } from '../../../domain/refusal.js';
import { command } from '../../route.js';
import { quarantineOnWire } from './quarantine-on-wire.js';

export const resolveQuarantine = command(resolveQuarantineRoute).answers(
  async ({ params, body, ctx, tx }) => {
    const id = params.quarantineId;
    await end(tx, ctx, { ids: [id], why: body.note });
    const row = await tx.quarantine.findUnique({ where: { id } });
    if (row === null) throw notFound();
    return { status: 200, body: quarantineOnWire({ ...row, size: row.content.length }) };
  },
);

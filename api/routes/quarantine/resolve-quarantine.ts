import { resolveQuarantine as end } from '../../../activities/quarantine/resolve-quarantine.js';
import { resolveQuarantineRoute } from '../../../contract/quarantine/quarantine.js';
import { notFound } from '../../../domain/refusal.js';
import { command } from '../../route.js';
import { quarantineOnWire } from './quarantine-on-wire.js';
import { senderOf } from './sender-of.js';
import { visibleQuarantine } from './visible-quarantine.js';

export const resolveQuarantine = command(resolveQuarantineRoute).answers(
  async ({ params, body, principal, ctx, tx }) => {
    const id = params.quarantineId;
    const visible = { where: { id, ...visibleQuarantine(principal) } };
    if ((await tx.quarantine.count(visible)) === 0) throw notFound();
    await end(tx, ctx, { ids: [id], why: body.note });
    const row = await tx.quarantine.findUniqueOrThrow(visible);
    const sentBy = await senderOf(tx, row.actorId);
    return { status: 200, body: quarantineOnWire({ ...row, sentBy, size: row.content.length }) };
  },
);

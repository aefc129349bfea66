import { resolveQuarantineRoute } from '../../../contract/quarantine/quarantine.js';
import { notFound } from '../../auth/admit.js';
import { command } from '../../route.js';
import { shownQuarantine } from './shown-quarantine.js';

export const resolveQuarantine = command(resolveQuarantineRoute).answers(
  async ({ params, body, ctx, tx }) => {
    const id = params.quarantineId;
    const row = await tx.quarantine.findUnique({ where: { id } });
    if (row === null) throw notFound();
    const resolution = {
      resolvedAt: new Date(ctx.at),
      resolvedBy: `${ctx.actor.name}: ${body.note}`,
    };
    const isOpen = row.resolvedAt === null;
    if (isOpen) {
      await tx.quarantine.update({ where: { id }, data: resolution });
      await tx.$queryRaw`SELECT end_work_item(${JSON.stringify(ctx)}::jsonb, 'quarantine', ${id})::text`;
    }
    const resolved = isOpen ? { ...row, ...resolution } : row;
    return { status: 200, body: shownQuarantine({ ...resolved, size: row.content.length }) };
  },
);

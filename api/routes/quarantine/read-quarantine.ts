import { readQuarantineRoute } from '../../../contract/quarantine/quarantine.js';
import { notFound } from '../../../domain/refusal.js';
import { route } from '../../route.js';
import { quarantineOnWire } from './quarantine-on-wire.js';
import { senderOf } from './sender-of.js';
import { visibleQuarantine } from './visible-quarantine.js';

const decoder = new TextDecoder('utf-8', { fatal: true });

export const readQuarantine = route(readQuarantineRoute).answers(
  async ({ params, principal }, { database }) => {
    const row = await database.prisma.quarantine.findUnique({
      where: { id: params.quarantineId, ...visibleQuarantine(principal) },
    });
    if (row === null) throw notFound();
    const { content } = row;
    const sentBy = await senderOf(database.prisma, row.actorId);
    return {
      status: 200,
      body: {
        ...quarantineOnWire({ ...row, sentBy, size: content.length }),
        text: textOf(content),
        base64: Buffer.from(content).toString('base64'),
      },
    };
  },
);

function textOf(content: Uint8Array): string | null {
  try {
    return decoder.decode(content);
  } catch {
    return null;
  }
}

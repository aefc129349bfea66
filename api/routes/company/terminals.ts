import { addTerminal as add, changeTerminal as change } from '../../../activities/company/tills.js';
import {
  addTerminalRoute,
  changeTerminalRoute,
  listTerminalsRoute,
} from '../../../contract/company/terminals.js';
import { command, route } from '../../route.js';
import { terminalsOnWire, written } from './stores-on-wire.js';

export const listTerminals = route(listTerminalsRoute).answers(
  async ({ principal: { storeId } }, { database }) => ({
    status: 200,
    body: { data: await terminalsOnWire(database.prisma, { storeId }) },
  }),
);

export const addTerminal = command(addTerminalRoute).answers(async ({ body, tx }) => {
  const id = await add(tx, { ...body, printer: body.printer });
  return { status: 201, body: await written(terminalsOnWire(tx, { id })) };
});

export const changeTerminal = route(changeTerminalRoute).answers(
  async ({ params: { terminalId: id }, body, ctx }, { database }) => {
    const { lastDeviceSequence } = body;
    await database.transaction(ctx, (tx) =>
      change(tx, ctx, { terminalId: id, ...body, lastDeviceSequence }),
    );
    return { status: 200, body: await written(terminalsOnWire(database.prisma, { id })) };
  },
);

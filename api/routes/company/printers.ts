import {
  addPrinter as add,
  changePrinter as change,
  changePrinterNetworks as changeNetworks,
  readPrinterNetworks as readNetworks,
} from '../../../activities/company/printers.js';
import {
  addPrinterRoute,
  changePrinterNetworksRoute,
  changePrinterRoute,
  listPrintersRoute,
  readPrinterNetworksRoute,
} from '../../../contract/company/printers.js';
import { command, route } from '../../route.js';
import { printersOnWire, written } from './stores-on-wire.js';

export const listPrinters = route(listPrintersRoute).answers(
  async ({ principal: { storeId } }, { database }) => ({
    status: 200,
    body: { data: await printersOnWire(database.prisma, { storeId }) },
  }),
);

export const addPrinter = command(addPrinterRoute).answers(async ({ body, tx }, { webhooks }) => {
  const id = await add(tx, body, webhooks.rules.environment);
  return { status: 201, body: await written(printersOnWire(tx, { id })) };
});

export const changePrinter = route(changePrinterRoute).answers(
  async ({ params: { printerId }, body, ctx }, { database, webhooks }) => {
    await database.transaction(ctx, (tx) =>
      change(tx, { printerId, ...body }, webhooks.rules.environment),
    );
    return { status: 200, body: await written(printersOnWire(database.prisma, { id: printerId })) };
  },
);

export const readPrinterNetworks = route(readPrinterNetworksRoute).answers(
  async (_call, { database }) => ({
    status: 200,
    body: { networks: await readNetworks(database.prisma) },
  }),
);

export const changePrinterNetworks = route(changePrinterNetworksRoute).answers(
  async ({ body: { networks }, ctx }, { database }) => {
    await database.transaction(ctx, (tx) => changeNetworks(tx, networks));
    return { status: 200, body: { networks: await readNetworks(database.prisma) } };
  },
);

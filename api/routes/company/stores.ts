import { addStore as add } from '../../../activities/company/stores.js';
import {
  addPrinter as addAPrinter,
  addTerminal as addATerminal,
} from '../../../activities/company/tills.js';
import {
  addPrinterRoute,
  addStoreRoute,
  addTerminalRoute,
  listPrintersRoute,
  listStoresRoute,
  listTerminalsRoute,
} from '../../../contract/company/stores.js';
import { command, route } from '../../route.js';
import { printersOnWire, storesOnWire, terminalsOnWire, written } from './stores-on-wire.js';

/** Staff of a store see their own. */
export const listStores = route(listStoresRoute).answers(
  async ({ principal: { storeId } }, { database }) => ({
    status: 200,
    body: { data: await storesOnWire(database.prisma, { storeId }) },
  }),
);

export const addStore = command(addStoreRoute).answers(async ({ body, tx }) => {
  const id = await add(tx, {
    ...body,
    timeZone: body.timeZone,
    cashRoundingStep: body.cashRoundingStep,
  });
  return { status: 201, body: await written(storesOnWire(tx, { id })) };
});

export const listPrinters = route(listPrintersRoute).answers(
  async ({ principal: { storeId } }, { database }) => ({
    status: 200,
    body: { data: await printersOnWire(database.prisma, { storeId }) },
  }),
);

export const addPrinter = command(addPrinterRoute).answers(async ({ body, tx }) => {
  const id = await addAPrinter(tx, body);
  return { status: 201, body: await written(printersOnWire(tx, { id })) };
});

export const listTerminals = route(listTerminalsRoute).answers(
  async ({ principal: { storeId } }, { database }) => ({
    status: 200,
    body: { data: await terminalsOnWire(database.prisma, { storeId }) },
  }),
);

export const addTerminal = command(addTerminalRoute).answers(async ({ body, tx }) => {
  const id = await addATerminal(tx, { ...body, printer: body.printer });
  return { status: 201, body: await written(terminalsOnWire(tx, { id })) };
});

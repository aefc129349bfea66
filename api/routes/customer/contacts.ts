import {
  addContact as add,
  changeContact as change,
  removeContact as remove,
} from '../../../activities/customer/contacts.js';
import {
  addContactRoute,
  changeContactRoute,
  removeContactRoute,
} from '../../../contract/customer/contacts.js';
import type { Transaction } from '../../../prisma/database.js';
import { command, route } from '../../route.js';
import { contactOnWire } from './customer-on-wire.js';

export const addContact = command(addContactRoute).answers(
  async ({ params: { customerId }, body, tx, ctx }) => ({
    status: 201,
    body: await written(tx, await add(tx, ctx, { customerId, fields: body })),
  }),
);

export const changeContact = route(changeContactRoute).answers(
  async ({ params, body, ctx }, { database }) => ({
    status: 200,
    body: await database.transaction(ctx, async (tx) => {
      await change(tx, ctx, { ...params, fields: body });
      return written(tx, params.contactId);
    }),
  }),
);

export const removeContact = route(removeContactRoute).answers(
  async ({ params, ctx }, { database }) => {
    await database.transaction(ctx, (tx) => remove(tx, params));
    return { status: 204, body: undefined };
  },
);

async function written(tx: Transaction, id: string) {
  return contactOnWire(await tx.customerContact.findUniqueOrThrow({ where: { id } }));
}

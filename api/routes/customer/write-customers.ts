import {
  addCustomer as add,
  changeCustomer as change,
  disableCustomer as disable,
  enableCustomer as enable,
} from '../../../activities/customer/customers.js';
import {
  addCustomerRoute,
  changeCustomerRoute,
  disableCustomerRoute,
  enableCustomerRoute,
} from '../../../contract/customer/write-customers.js';
import { command, route } from '../../route.js';
import { customerOnWire } from './customer-on-wire.js';

export const addCustomer = command(addCustomerRoute).answers(async ({ body, tx, ctx }) => {
  const customerId = await add(tx, ctx, body);
  return { status: 201, body: await customerOnWire(tx, { customerId, at: ctx.at }) };
});

export const changeCustomer = route(changeCustomerRoute).answers(
  async ({ params: { customerId }, body, ctx }, { database }) => ({
    status: 200,
    body: await database.transaction(ctx, async (tx) => {
      await change(tx, customerId, body);
      return customerOnWire(tx, { customerId, at: ctx.at });
    }),
  }),
);

export const disableCustomer = command(disableCustomerRoute).answers(
  async ({ params: { customerId }, body: { reason }, tx, ctx: { at } }) => {
    await disable(tx, { customerId, reason });
    return { status: 200, body: await customerOnWire(tx, { customerId, at }) };
  },
);

export const enableCustomer = command(enableCustomerRoute).answers(
  async ({ params: { customerId }, tx, ctx: { at } }) => {
    await enable(tx, customerId);
    return { status: 200, body: await customerOnWire(tx, { customerId, at }) };
  },
);

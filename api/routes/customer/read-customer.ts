import { readCustomerRoute } from '../../../contract/customer/customers.js';
import { route } from '../../route.js';
import { customerOnWire } from './customer-on-wire.js';

export const readCustomer = route(readCustomerRoute).answers(
  async ({ params: { customerId }, ctx: { at } }, { database: { prisma } }) => ({
    status: 200,
    body: await customerOnWire(prisma, { customerId, at }),
  }),
);

import { readCustomerRoute } from '../../../contract/customer/customers.js';
import { Prisma } from '../../../prisma/database.js';
import { notFound } from '../../../domain/refusal.js';
import { route } from '../../route.js';
import { customerRows, customerHeadOnWire } from './customer-rows.js';
import { riskOnWire } from './risk-on-wire.js';

export const readCustomer = route(readCustomerRoute).answers(
  async ({ params, ctx }, { database }) => {
    const { prisma } = database;
    const { customerId } = params;
    const only = [Prisma.sql`c.id = ${customerId}::uuid`];
    const [row] = await customerRows(prisma, only, { at: ctx.at, limit: 1 });
    if (row === undefined) throw notFound();
    const customer = await prisma.customer.findUniqueOrThrow({
      where: { id: customerId },
      include: { contacts: { orderBy: { id: 'asc' } }, risk: true },
    });
    const address = `/v1/customers/${customerId}`;
    return {
      status: 200,
      body: {
        ...customerHeadOnWire(row),
        legalName: customer.legalName,
        address: customer.address,
        country: customer.country,
        timeZone: customer.timeZone,
        taxNumber: customer.taxNumber,
        email: customer.email,
        phone: customer.phone,
        createdAt: customer.createdAt.toISOString(),
        contacts: customer.contacts.map(({ name, purpose, channel, address: where }) => ({
          name,
          purpose,
          channel,
          address: where,
        })),
        risk: riskOnWire(customer.risk, customer.currency),
        links: {
          statement: `${address}/statement`,
          credit: `${address}/credit`,
          invoices: `/v1/invoices?customer=${customerId}`,
          payments: `/v1/payments?customer=${customerId}`,
        },
      },
    };
  },
);

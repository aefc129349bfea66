import { listCustomersRoute } from '../../../contract/customer/customers.js';
import { Prisma } from '../../../prisma/database.js';
import { decodeCursor, pageOf, UUID_FORM, type PositionForm } from '../../http/cursor.js';
import { route } from '../../route.js';
import { literal } from '../query-conditions.js';
import { customerRows, customerHeadOnWire } from './customer-rows.js';

const BY_NAME: PositionForm = { key: /^[^\p{Cc}\p{Cs}]{0,200}$/u, id: UUID_FORM };

export const listCustomers = route(listCustomersRoute).answers(
  async ({ query, ctx }, { database }) => {
    const { limit, cursor, segment, riskBand, q } = query;
    const conditions: Prisma.Sql[] = [];
    if (segment !== undefined) conditions.push(Prisma.sql`c.segment = ${segment}`);
    if (riskBand !== undefined) conditions.push(Prisma.sql`r.band = ${riskBand}`);
    if (q !== undefined) {
      const begins = `${literal(q)}%`;
      conditions.push(Prisma.sql`(c.number ILIKE ${begins} OR c.name ILIKE ${`%${begins}`})`);
    }
    if (cursor !== undefined) {
      const { key, id } = decodeCursor(cursor, BY_NAME);
      conditions.push(Prisma.sql`(c.name, c.id) > (${key}, ${id}::uuid)`);
    }
    const rows = await customerRows(database.prisma, conditions, { at: ctx.at, limit: limit + 1 });
    const positionOf = ({ name, id }: (typeof rows)[number]) => ({ key: name, id });
    return { status: 200, body: pageOf(rows, { limit, positionOf, show: customerHeadOnWire }) };
  },
);

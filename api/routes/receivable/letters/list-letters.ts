import {
  LETTER_FOLLOWS,
  LETTER_STATES,
  listLettersRoute,
} from '../../../../contract/receivable/letters.js';
import { known } from '../../../../domain/known.js';
import { Prisma } from '../../../../prisma/database.js';
import { pageOf } from '../../../http/cursor.js';
import { route } from '../../../route.js';
import { wireMoney } from '../../../wire.js';
import { afterCursor, inTurn, latestFirst } from '../../page-turn.js';
import {
  customerOnWire,
  ofCustomer,
  whereAll,
  type CustomerColumns,
} from '../../query-conditions.js';

type Item = Readonly<{
  id: string;
  number: string;
  saleId: string | null;
  level: number;
  /** In smallest units, as text. */
  open: string;
  payBy: string;
  follows: string;
}>;

type Row = CustomerColumns &
  Readonly<{
    id: string;
    level: number;
    state: string;
    day: string;
    currency: string;
    total: bigint;
    created_at: Date;
    /** With microseconds, for the cursor. */
    created_key: string;
    sent_at: Date | null;
    failure: string | null;
    mail: Readonly<{ recipient: string; subject: string; messageId: string; attempts: number }>;
    has_mail: boolean;
    items: readonly Item[];
  }>;

const itemsOfNotice = Prisma.sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'number', i.number,
    'saleId', i.sale_id, 'level', t.level, 'open', t.open_amount::text, 'payBy', t.pay_by, 'follows', t.follows)
    ORDER BY i.number), '[]') FROM dunning_notice_item t JOIN invoice i ON i.id = t.invoice_id WHERE t.notice_id = n.id)`;

const LATEST_FIRST = latestFirst(Prisma.sql`n.created_at`, Prisma.sql`n.id`);

export const listLetters = route(listLettersRoute).answers(async ({ query }, { database }) => {
  const { limit, cursor, state, customer, invoice } = query;
  const conditions = ofCustomer(customer);
  if (state !== undefined) conditions.push(Prisma.sql`n.state = ${state}`);
  if (invoice !== undefined)
    conditions.push(
      Prisma.sql`EXISTS (SELECT FROM dunning_notice_item t WHERE t.notice_id = n.id AND t.invoice_id = ${invoice}::uuid)`,
    );
  conditions.push(...afterCursor(cursor, LATEST_FIRST));
  const rows = await database.prisma.$queryRaw<Row[]>`
    SELECT n.id, n.level, n.state, n.business_day::text AS day, n.currency, n.total_open_amount AS total,
      n.created_at, n.created_at::text AS created_key, n.sent_at, n.failure, c.id AS customer_id,
      c.number AS customer_number, c.name AS customer_name, m.id IS NOT NULL AS has_mail,
      jsonb_build_object('recipient', m.recipient, 'subject', m.subject, 'messageId', m.message_id,
        'attempts', m.attempts) AS mail, ${itemsOfNotice} AS items
    FROM dunning_notice n JOIN customer c ON c.id = n.customer_id LEFT JOIN mail_message m ON m.notice_id = n.id
    WHERE ${whereAll(conditions)} ORDER BY ${inTurn(LATEST_FIRST)} LIMIT ${limit + 1}`;
  const positionOf = ({ created_key: key, id }: Row) => ({ key, id });
  return { status: 200, body: pageOf(rows, { limit, positionOf, show }) };
});

function show(row: Row) {
  return {
    id: row.id,
    customer: customerOnWire(row),
    level: row.level,
    state: known(LETTER_STATES, row.state),
    day: row.day,
    total: wireMoney(row.total, row.currency),
    createdAt: row.created_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
    failure: row.failure,
    mail: row.has_mail ? row.mail : null,
    invoices: row.items.map(({ open, follows, ...item }) => ({
      ...item,
      open: wireMoney(BigInt(open), row.currency),
      follows: known(LETTER_FOLLOWS, follows),
    })),
  };
}

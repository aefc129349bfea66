import { addCustomerRoute } from '../../../contract/customer/write-customers.js';
import { code } from '../../../contract/primitives.js';
import type { CommandContext } from '../../../domain/context.js';
import type { ImportField } from '../../../domain/imports/fields.js';
import { Refusal } from '../../../domain/refusal.js';
import type { Transaction } from '../../../prisma/database.js';
import { companyOf } from '../../company/stores.js';
import type { CustomerColumns } from '../../customer/customer-fields.js';
import {
  addCustomer,
  changeCustomer,
  goodColumns,
  replaceCustomer,
} from '../../customer/customers.js';
import { takenBack } from '../taken-back.js';
import { importKind, type ExportPage } from '../import-kind.js';
import { oneByOne } from '../under-savepoint.js';

const FIELDS: readonly ImportField[] = [
  {
    field: 'number',
    reads: 'text',
    needed: 'always',
    names: [
      'nomor pelanggan',
      'kode pelanggan',
      'customer number',
      'customer code',
      'reference',
      'ref',
      'id pelanggan',
      'id',
    ],
  },
  {
    field: 'name',
    reads: 'text',
    needed: 'always',
    names: ['nama pelanggan', 'nama', 'customer name', 'display name', 'complete name'],
  },
  {
    field: 'legalName',
    reads: 'text',
    needed: 'if-there',
    names: ['nama badan', 'nama npwp', 'legal name', 'company name'],
  },
  {
    field: 'segment',
    reads: 'text',
    needed: 'if-there',
    names: ['segmen', 'grup pelanggan', 'customer group', 'tags'],
  },
  { field: 'language', reads: 'text', needed: 'if-there', names: ['bahasa', 'lang'] },
  { field: 'timeZone', reads: 'text', needed: 'if-there', names: ['zona waktu', 'timezone'] },
  { field: 'country', reads: 'text', needed: 'if-there', names: ['kode negara', 'country code'] },
  { field: 'currency', reads: 'text', needed: 'if-there', names: ['mata uang'] },
  { field: 'taxBranchNumber', reads: 'text', needed: 'if-there', names: ['nitku'] },
  {
    field: 'taxNumber',
    reads: 'text',
    needed: 'if-there',
    names: ['npwp', 'tax id', 'vat', 'tax number'],
  },
  { field: 'identityNumber', reads: 'text', needed: 'if-there', names: ['nik', 'no ktp'] },
  {
    field: 'address',
    reads: 'text',
    needed: 'if-there',
    names: ['alamat', 'street', 'address line 1', 'contact address'],
  },
  { field: 'email', reads: 'text', needed: 'if-there', names: ['surel', 'email id', 'e-mail'] },
  {
    field: 'phone',
    reads: 'text',
    needed: 'if-there',
    names: ['telepon', 'no hp', 'hp', 'no telepon', 'mobile', 'mobile no', 'mobile number'],
  },
  {
    field: 'termsDays',
    reads: 'quantity',
    needed: 'if-there',
    names: ['tempo', 'termin', 'jatuh tempo hari', 'credit days', 'payment terms days'],
  },
  { field: 'instalments', reads: 'quantity', needed: 'if-there', names: ['cicilan', 'angsuran'] },
];

/** Customers under their number, without a credit line. A file names the numbers: by them a row is known again. */
export const customersKind = importKind({
  fields: FIELDS,
  exported: exportCustomers,
  schema: addCustomerRoute.body.extend({ number: code }),
  keyOf: ({ number }) => number,
  bodyOf: ({ termsDays, instalments, ...values }) => ({
    ...values,
    ...(termsDays === undefined ? {} : { termsDays: Number(termsDays) }),
    ...(instalments === undefined ? {} : { instalments: Number(instalments) }),
  }),
  changing: {
    keyField: 'number',
    current: async (tx, { keys }) => {
      const customers = await tx.customer.findMany({
        where: { number: { in: [...keys] }, active: true },
      });
      return new Map(
        customers.map((one) => [one.number, { id: one.id, cells: customerCells(one) }]),
      );
    },
    cellsOf: async (tx, { body, before }) => {
      const { number, currency } = body;
      if (currency !== undefined && currency !== before['currency']) {
        const detail = 'The currency of a customer stays. Add another customer for the new one.';
        throw new Refusal({ code: 'CURRENCY_MISMATCH', param: 'currency', detail });
      }
      const columns = goodColumns(body, await companyOf(tx));
      return customerCells({ ...columns, number, currency: String(before['currency']) });
    },
    change: (tx, _ctx, { changes }) =>
      oneByOne(tx, changes, async ({ id, body }) => {
        await changeCustomer(tx, id, body);
        return id;
      }),
  },
  write: async (tx, ctx, { bodies }) => {
    const keys = bodies.map(({ number }) => number);
    const back = await takenBack(tx, { kind: 'customers', keys });
    return oneByOne(tx, bodies, (body) => addAgain(tx, ctx, { body, id: back.get(body.number) }));
  },
});

type Adding = Readonly<{
  body: Parameters<typeof addCustomer>[2];
  /** Of the customer that an undone import had added under this number. */
  id: string | undefined;
}>;

async function addAgain(
  tx: Transaction,
  ctx: CommandContext,
  { body, id }: Adding,
): Promise<string> {
  const disabled = id === undefined ? null : await tx.customer.findUnique({ where: { id } });
  if (disabled === null || disabled.active) return addCustomer(tx, ctx, body);
  await replaceCustomer(tx, disabled.id, body);
  return disabled.id;
}

/** Those to whom nothing is sold any more are left out: a file adds customers that buy. */
async function exportCustomers(
  ...[prisma, { after, limit }]: Parameters<ExportPage>
): ReturnType<ExportPage> {
  const customers = await prisma.customer.findMany({
    where: { number: { gt: after }, active: true },
    orderBy: { number: 'asc' },
    take: limit,
  });
  return customers.map((customer) => ({ key: customer.number, cells: customerCells(customer) }));
}

type CustomerRow = CustomerColumns & Readonly<{ number: string; currency: string }>;

function customerCells({ number, termsDays, instalments, ...customer }: CustomerRow) {
  return {
    number,
    name: customer.name,
    legalName: customer.legalName,
    segment: customer.segment,
    language: customer.language,
    timeZone: customer.timeZone,
    country: customer.country,
    currency: customer.currency,
    taxNumber: customer.taxNumber,
    taxBranchNumber: customer.taxBranchNumber,
    identityNumber: customer.identityNumber,
    address: customer.address,
    email: customer.email,
    phone: customer.phone,
    termsDays: String(termsDays),
    instalments: String(instalments),
  };
}

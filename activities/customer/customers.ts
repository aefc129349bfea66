import type { CommandContext } from '../../domain/context.js';
import { parseCurrency } from '../../domain/money/currency.js';
import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';
import { companyOf } from '../company/stores.js';
import { underOwnCode } from '../company/unique-code.js';
import {
  checkCustomer,
  type CustomerColumns,
  type CustomerDefaults,
  type CustomerFields,
} from './customer-fields.js';

/** The next free number, and the currency of the company, when they are left out. */
export type NewCustomer = CustomerFields &
  Readonly<{ number?: string | undefined; currency?: string | undefined }>;

/**
 * Adds a customer without a credit line. Answers its id.
 *
 * @throws Refusal `COMPANY_MISSING`, `CURRENCY_UNKNOWN`, `CODE_TAKEN`, the faults of `checkCustomer`
 */
export async function addCustomer(
  tx: Transaction,
  ctx: CommandContext,
  customer: NewCustomer,
): Promise<string> {
  const entity = await companyOf(tx);
  const currency = parseCurrency(customer.currency ?? entity.currency);
  const columns = goodColumns(customer, entity);
  const number = customer.number ?? (await nextNumber(tx));
  const detail = `Another customer has the number ${number}.`;
  const { id } = await underOwnCode(
    tx.customer.create({ data: { ...columns, number, currency, createdAt: new Date(ctx.at) } }),
    { code: 'CODE_TAKEN', param: 'number', detail },
  );
  return id;
}

/**
 * Replaces what is known of a customer; what is left out becomes empty, or that of the company. Number, currency and
 * credit line stay, and so do the terms of invoices that are there.
 *
 * @throws Refusal `CUSTOMER_NOT_FOUND`, the faults of `checkCustomer`
 */
export async function changeCustomer(
  tx: Transaction,
  customerId: string,
  fields: CustomerFields,
): Promise<void> {
  await findCustomer(tx, customerId);
  const data = goodColumns(fields, await companyOf(tx));
  await tx.customer.update({ where: { id: customerId }, data });
}

/**
 * Sells to a disabled customer again, as if it were new. Nothing may depend on it yet: its currency changes too.
 *
 * @throws Refusal `CURRENCY_UNKNOWN`, those of `changeCustomer` and `enableCustomer`
 */
export async function replaceCustomer(
  tx: Transaction,
  customerId: string,
  customer: NewCustomer,
): Promise<void> {
  const entity = await companyOf(tx);
  const currency = parseCurrency(customer.currency ?? entity.currency);
  await changeCustomer(tx, customerId, customer);
  await enableCustomer(tx, customerId);
  await tx.customer.update({ where: { id: customerId }, data: { currency } });
}

/**
 * Nothing is sold to the customer any more; what it owes is collected as before.
 *
 * @throws Refusal `CUSTOMER_NOT_FOUND`, `CUSTOMER_DISABLED`
 */
export async function disableCustomer(
  tx: Transaction,
  { customerId, reason }: Readonly<{ customerId: string; reason: string }>,
): Promise<void> {
  const { active } = await findCustomer(tx, customerId);
  if (!active) throw standsAlready('CUSTOMER_DISABLED', 'The customer was disabled before.');
  await tx.customer.update({
    where: { id: customerId },
    data: { active: false, inactiveReason: reason },
  });
}

/** Sells to the customer again. @throws Refusal `CUSTOMER_NOT_FOUND`, `CUSTOMER_ACTIVE` */
export async function enableCustomer(tx: Transaction, customerId: string): Promise<void> {
  const { active } = await findCustomer(tx, customerId);
  if (active) throw standsAlready('CUSTOMER_ACTIVE', 'The customer is not disabled.');
  await tx.customer.update({
    where: { id: customerId },
    data: { active: true, inactiveReason: null },
  });
}

/**
 * Locked, so that nothing else changes it meanwhile.
 *
 * @throws Refusal `CUSTOMER_NOT_FOUND`, `CUSTOMER_MERGED` for one that another stands for
 */
export async function findCustomer(tx: Transaction, customerId: string) {
  await tx.$executeRaw`SELECT FROM customer WHERE id = ${customerId}::uuid FOR UPDATE`;
  const customer = await tx.customer.findUnique({ where: { id: customerId } });
  if (customer?.mergedIntoId === null) return customer;
  if (customer !== null) throw standsAlready('CUSTOMER_MERGED', 'Another customer stands for it.');
  const detail = 'There is no such customer.';
  throw new Refusal({ code: 'CUSTOMER_NOT_FOUND', param: 'customerId', detail });
}

/**
 * The columns that a customer has when it is what these fields say.
 *
 * @throws Refusal the faults of `checkCustomer`
 */
export function goodColumns(fields: CustomerFields, defaults: CustomerDefaults): CustomerColumns {
  const checked = checkCustomer(fields, defaults);
  if (checked.kind === 'good') return checked.columns;
  const { faults } = checked;
  throw new Refusal({ ...faults[0], errors: faults.length > 1 ? faults : [] });
}

async function nextNumber(tx: Transaction): Promise<string> {
  const [{ number }] = await tx.$queryRaw<[{ number: string }]>`
    SELECT next_customer_number() AS number`;
  return number;
}

function standsAlready(code: string, detail: string): Refusal {
  return new Refusal({ code, param: 'customerId', detail });
}

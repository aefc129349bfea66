import type { CommandContext } from '../../domain/context.js';
import type { InputOf } from '../../prisma/commands/command.js';
import * as customerCommands from '../../prisma/commands/customer.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { findCustomer } from './customers.js';

/**
 * Makes a bank account a sign by which a customer is recognised as payer. Answers its id.
 *
 * @throws Refusal `CUSTOMER_NOT_FOUND`, `CUSTOMER_MERGED` and those of `add_customer_alias`
 */
export async function addAlias(
  tx: Transaction,
  ctx: CommandContext,
  alias: InputOf<typeof customerCommands.addCustomerAlias>,
): Promise<string> {
  await findCustomer(tx, alias.customerId);
  return (await callIn(tx, customerCommands.addCustomerAlias, [ctx, alias])).aliasId;
}

/**
 * Ends such a sign, or takes that back.
 *
 * @throws Refusal `CUSTOMER_NOT_FOUND`, `CUSTOMER_MERGED` and those of `revoke_customer_alias`
 */
export async function revokeAlias(
  tx: Transaction,
  ctx: CommandContext,
  alias: InputOf<typeof customerCommands.revokeCustomerAlias>,
): Promise<void> {
  await findCustomer(tx, alias.customerId);
  await callIn(tx, customerCommands.revokeCustomerAlias, [ctx, alias]);
}

/**
 * Gives a customer, or one of its invoices, a virtual account. Answers its id.
 *
 * @throws Refusal `CUSTOMER_NOT_FOUND`, `CUSTOMER_MERGED` and those of `open_virtual_account`
 */
export async function openVirtualAccount(
  tx: Transaction,
  ctx: CommandContext,
  account: InputOf<typeof customerCommands.openVirtualAccount>,
): Promise<string> {
  await findCustomer(tx, account.customerId);
  const opened = await callIn(tx, customerCommands.openVirtualAccount, [ctx, account]);
  return opened.virtualAccountId;
}

/**
 * Ends a virtual account, or takes that back.
 *
 * @throws Refusal `CUSTOMER_NOT_FOUND`, `CUSTOMER_MERGED` and those of `close_virtual_account`
 */
export async function closeVirtualAccount(
  tx: Transaction,
  ctx: CommandContext,
  account: InputOf<typeof customerCommands.closeVirtualAccount>,
): Promise<void> {
  await findCustomer(tx, account.customerId);
  await callIn(tx, customerCommands.closeVirtualAccount, [ctx, account]);
}

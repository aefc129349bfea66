import type { CommandContext } from '../../domain/context.js';
import { Refusal } from '../../domain/refusal.js';
import * as shadowCommands from '../../prisma/commands/shadow.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { requestMasterChange } from '../company/master-changes.js';

type StoreRef = Readonly<{ storeId: string }>;

/** Puts a store that has never sold into shadow. @throws what `begin_shadow` refuses */
export async function beginShadow(
  tx: Transaction,
  ctx: CommandContext,
  wish: StoreRef & Readonly<{ reason: string }>,
): Promise<void> {
  await callIn(tx, shadowCommands.beginShadow, [ctx, wish]);
}

export type SwitchWish = StoreRef &
  Readonly<{ to: 'shadow' | 'live'; from: string; reason: string }>;

/**
 * Asks that a store be live, or in shadow again, from a day on. Two people do it: what is sold in shadow counts in no
 * figure of the company. Answers the id of the change.
 *
 * @throws Refusal `STORE_NOT_FOUND` and those of `request_master_change`
 */
export async function askForStoreSwitch(
  tx: Transaction,
  ctx: CommandContext,
  { storeId, to, from, reason }: SwitchWish,
): Promise<string> {
  const store = await tx.store.findUnique({ where: { id: storeId } });
  if (store === null) {
    const detail = 'There is no such store.';
    throw new Refusal({ code: 'STORE_NOT_FOUND', param: 'storeId', detail });
  }
  const { code } = store;
  return requestMasterChange(tx, ctx, {
    kind: 'store-switch',
    subject: storeId,
    before: { to: to === 'live' ? 'shadow' : 'live' },
    after: { storeId, store: code, to, from },
    reason,
  });
}

/**
 * Takes back a switch whose day has not come. Answers the id of its store.
 *
 * @throws Refusal `STORE_SWITCH_NOT_FOUND` and those of `withdraw_store_switch`
 */
export async function withdrawStoreSwitch(
  tx: Transaction,
  ctx: CommandContext,
  wish: Readonly<{ storeSwitchId: string }>,
): Promise<string> {
  const planned = await tx.storeSwitch.findUnique({ where: { id: wish.storeSwitchId } });
  await callIn(tx, shadowCommands.withdrawStoreSwitch, [ctx, wish]);
  return planned?.storeId ?? '';
}

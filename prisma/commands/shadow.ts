import { z } from 'zod';
import { command, id, nothing } from './command.js';

/** Puts a store that has never sold into shadow, from its first sale on. */
export const beginShadow = command('begin_shadow', {
  input: z.strictObject({ storeId: id, reason: z.string() }),
  answer: nothing,
});

/** Takes back a switch of a store that has not begun. */
export const withdrawStoreSwitch = command('withdraw_store_switch', {
  input: z.strictObject({ storeSwitchId: id }),
  answer: nothing,
});

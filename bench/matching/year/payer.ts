import { CUT_NAME_LENGTH, MIX } from './mix.js';
import { personName, type Customer } from './customers.js';
import type { Draw } from './draw.js';

export type Payer = Readonly<{ payerName: string | undefined; payerAccount: string | undefined }>;

/** How the bank's line tells who paid from this customer's account on a day. */
export function payerOf(draw: Draw, { accounts }: Customer, day: number): Payer {
  const newest = accounts.findLast(({ fromDay }) => fromDay > 0 && fromDay <= day);
  const account = newest ?? draw.pick(accounts.filter(({ fromDay }) => fromDay === 0));
  return told(draw, account);
}

/** A relative, a driver, a friend: nobody whom the books know. */
export function strangerOf(draw: Draw): Payer {
  return told(draw, { holder: personName(draw), number: draw.digits(10) });
}

function told(draw: Draw, { holder, number }: Readonly<{ holder: string; number: string }>): Payer {
  const share = MIX.payment;
  const whole = holder.toUpperCase();
  const name = draw.chance(share.cutsName) ? whole.slice(0, CUT_NAME_LENGTH).trim() : whole;
  return {
    payerName: draw.chance(share.tellsName) ? name : undefined,
    payerAccount: draw.chance(share.tellsAccount) ? number : undefined,
  };
}

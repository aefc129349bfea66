import {
  changePin as change,
  checkPin as check,
  endPin as end,
  givePin as give,
  noteOfflineChecks as note,
  offlinePins,
  pinHolders,
  type KnownByPin,
  type TypedPin,
} from '../../../activities/people/staff-pins.js';
import {
  changePinRoute,
  checkPinRoute,
  endPinRoute,
  givePinRoute,
  listOfflinePinsRoute,
  listPinChecksRoute,
  listPinHoldersRoute,
  noteOfflineChecksRoute,
  PIN_STATES,
} from '../../../contract/people/staff-pins.js';
import { STAFF_ROLES } from '../../../contract/roles.js';
import { assert } from '../../../domain/assert.js';
import { known } from '../../../domain/known.js';
import { PIN_OUTCOMES, PIN_PURPOSES, WRONG_PINS_FREE } from '../../../domain/people/staff-pin.js';
import { worksInOneStore } from '../../../domain/people/store-of-role.js';
import { Refusal } from '../../../domain/refusal.js';
import type { Prisma } from '../../../prisma/database.js';
import type { Principal } from '../../auth/principal.js';
import type { ApiDeps } from '../../deps.js';
import { BY_INSTANT, decodeCursor, pageOf } from '../../http/cursor.js';
import { command, route, type Call } from '../../route.js';

const NOT_STORED = { 'Cache-Control': 'no-store' };

export const givePin = command(givePinRoute).answers(
  async ({ params: { userId }, principal: { storeId }, tx }) => {
    const { pin, goodUntil } = await give(tx, { userId, storeId });
    const body = { pin, goodUntil: goodUntil.toISOString() };
    return { status: 201, body, headers: NOT_STORED };
  },
);

export const endPin = route(endPinRoute).answers(
  async ({ params: { userId }, principal: { storeId }, ctx }, { database }) => {
    await database.transaction(ctx, (tx) => end(tx, { userId, storeId }));
    return { status: 204, body: undefined };
  },
);

export const listPinHolders = route(listPinHoldersRoute).answers(
  async ({ principal: { storeId } }, { database }) => {
    const roles = STAFF_ROLES.filter(worksInOneStore);
    const [people, stores] = await Promise.all([
      pinHolders(database, { storeId, roles }),
      database.prisma.store.findMany({ select: { id: true, code: true } }),
    ]);
    const codeOf = new Map(stores.map(({ id, code }) => [id, code]));
    const nowMs = Date.now();
    const data = people.map((person) => ({
      user: person.id,
      name: person.name,
      role: known(STAFF_ROLES, person.role),
      store: codeOf.get(person.storeId ?? '') ?? '',
      pin: stateOfPin(person.staffPin, nowMs),
      goodUntil: person.staffPin?.goodUntil.toISOString() ?? null,
    }));
    return { status: 200, body: { data } };
  },
);

function stateOfPin(
  pin: Readonly<{ isOwn: boolean; goodUntil: Date }> | null,
  nowMs: number,
): (typeof PIN_STATES)[number] {
  if (pin === null) return 'none';
  if (pin.goodUntil.getTime() <= nowMs) return 'ended';
  return pin.isOwn ? 'own' : 'given';
}

export const checkPin = route(checkPinRoute).answers(async (call, deps) => {
  const typed = { ...call.body, userId: call.body.user, terminalId: tillOf(call.principal) };
  const person = await knownBy(call, deps, typed);
  if (!person.isOwn) {
    const detail = 'A manager gave this PIN: change it first.';
    throw new Refusal({ code: 'PIN_TO_CHANGE', param: 'pin', detail });
  }
  const { userId: user, name, goodUntil } = person;
  const role = known(STAFF_ROLES, person.role);
  return { status: 200, body: { user, name, role, goodUntil: goodUntil.toISOString() } };
});

export const changePin = route(changePinRoute).answers(async (call, deps) => {
  const { user: userId, pin, newPin } = call.body;
  const terminalId = tillOf(call.principal);
  await knownBy(call, deps, { terminalId, userId, pin, purpose: 'pin-change' });
  const changed = { userId, pin, newPin };
  const goodUntil = await deps.database.transaction(call.ctx, (tx) => change(tx, changed));
  return { status: 200, body: { goodUntil: goodUntil.toISOString() } };
});

/**
 * The person whose PIN it is. What was typed is noted whatever is answered.
 *
 * @throws Refusal `PIN_WRONG`, `RATE_LIMITED`
 */
async function knownBy(
  { ctx, response }: Pick<Call, 'ctx' | 'response'>,
  { database }: ApiDeps,
  typed: TypedPin,
): Promise<KnownByPin> {
  const verdict = await database.transaction(ctx, (tx) => check(tx, typed));
  if (verdict.kind === 'right') return verdict;
  if (verdict.kind === 'wrong') {
    const detail = 'Nobody of this store has this PIN, or it has ended.';
    throw new Refusal({ code: 'PIN_WRONG', param: 'pin', detail });
  }
  const seconds = Math.ceil(verdict.waitMs / 1_000);
  response.setHeader('Retry-After', String(seconds));
  const detail = `After so many wrong PINs the next is possible in ${seconds} seconds.`;
  throw new Refusal({ code: 'RATE_LIMITED', detail });
}

export const listOfflinePins = route(listOfflinePinsRoute).answers(
  async ({ principal }, { database }) => {
    const pins = await offlinePins(database, tillOf(principal));
    const data = pins.map(({ userId: user, role, goodUntil, ...pin }) => ({
      user,
      ...pin,
      role: known(STAFF_ROLES, role),
      goodUntil: goodUntil.toISOString(),
    }));
    return { status: 200, body: { data, wrongMax: WRONG_PINS_FREE }, headers: NOT_STORED };
  },
);

export const noteOfflineChecks = route(noteOfflineChecksRoute).answers(
  async ({ body: { checks }, principal, ctx }, { database }) => {
    const told = { terminalId: tillOf(principal), checks };
    const unknown = await database.transaction(ctx, (tx) => note(tx, told));
    return { status: 200, body: { noted: checks.length - unknown.length, unknown: [...unknown] } };
  },
);

const WHOLE = { user: true, terminal: true } as const;

type CheckRow = Prisma.StaffPinCheckGetPayload<{ include: typeof WHOLE }>;

export const listPinChecks = route(listPinChecksRoute).answers(
  async ({ query: { limit, cursor, user } }, { database }) => {
    const before = cursor === undefined ? undefined : decodeCursor(cursor, BY_INSTANT);
    const earlier =
      before === undefined
        ? {}
        : { OR: [{ at: { lt: before.key } }, { at: before.key, id: { lt: before.id } }] };
    const rows = await database.prisma.staffPinCheck.findMany({
      where: { ...(user === undefined ? {} : { userId: user }), ...earlier },
      include: WHOLE,
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
    const positionOf = ({ at, id }: CheckRow) => ({ key: at.toISOString(), id });
    return { status: 200, body: pageOf(rows, { limit, positionOf, show: pinCheckOnWire }) };
  },
);

function pinCheckOnWire({ id, user, terminal, purpose, about, outcome, isOffline, at }: CheckRow) {
  return {
    id,
    user: user.id,
    name: user.name,
    terminal: terminal.code,
    purpose: known(PIN_PURPOSES, purpose),
    about,
    outcome: known(PIN_OUTCOMES, outcome),
    offline: isOffline,
    at: at.toISOString(),
  };
}

function tillOf({ terminalId }: Pick<Principal, 'terminalId'>): string {
  assert(terminalId !== undefined, 'the key of a till names it');
  return terminalId;
}

import type { Invariant } from './invariant.js';
import { personThen } from './person-then.js';

type Acting = Readonly<{
  /** What the row is called, as SQL. */
  place: string;
  table: string;
  who: string;
  at: string;
  roles: readonly string[];
}>;

/** Who works with money, asks for what another decides, and decides (contract/roles.ts). */
const WORK = ['arClerk', 'arManager', 'creditController'];
const DECIDE = ['arManager', 'creditController', 'owner'];
const BOOK = ['arClerk', ...DECIDE];
/** People of an agency report payments, promises and disputes of its cases; its fence is that of the agency. */
const AGENCY = 'partner';
/** Who asks for changes of masters, of credit limits and for goods of a high worth. */
const ASK = ['admin', 'arManager', 'creditController', 'storeManager'];

/** What people do to money beside agreeing to what another one asked for (I20). */
const ACTS: readonly Acting[] = [
  act('allocation', 'booked', [...BOOK, AGENCY]),
  act('allocation', 'reversed', BOOK),
  act('credit_note', 'issued', DECIDE),
  act('credit_note_request', 'requested', BOOK),
  act('write_off', 'requested', WORK),
  act('placement', 'placed', DECIDE),
  act('placement_request', 'requested', DECIDE),
  act('dunning_hold', 'placed', WORK),
  act('dunning_hold', 'released', WORK),
  act('promise_to_pay', 'recorded', [...WORK, AGENCY]),
  act('dispute', 'opened', [...WORK, AGENCY]),
  act('dispute', 'resolved', BOOK),
  act('customer_merge', 'merged', DECIDE),
  act('customer_merge', 'undone', DECIDE),
  act('accounting_period', 'closed', ['arManager']),
  act('master_change', 'requested', ASK),
  {
    ...act('stock_movement', 'received', ['admin', 'arManager', 'storeManager']),
    who: 'x.received_alone_by',
    at: 'x.at',
  },
  {
    place: `'bank statement ' || x.id`,
    table: 'bank_statement',
    who: 'fed.who',
    at: 'x.received_at',
    roles: WORK,
  },
];

function act(table: string, verb: string, roles: readonly string[]): Acting {
  const place = `'${table.replaceAll('_', ' ')} ' || x.id`;
  return { place, table, who: `x.${verb}_by`, at: `x.${verb}_at`, roles };
}

/** Rows of people alone: a machine's key and the processes have their rights elsewhere. */
function doneBy({ place, table, who, at, roles }: Acting): string {
  const fed = table === 'bank_statement' ? 'CROSS JOIN LATERAL unnest(x.hand_fed_by) fed(who)' : '';
  return `SELECT ${place} AS place, u.id AS who, ${at} AS at, ARRAY['${roles.join("','")}'] AS roles
    FROM ${table} x ${fed} JOIN app_user u ON u.id::text = ${who}`;
}

/** That whoever moved money, or asked for it, had a role that may. */
export const ACTING_INVARIANTS: readonly Invariant[] = [
  {
    id: 'I26',
    says: 'who posted, undid, gave up, placed or asked was an active person with a role for it',
    sql: `WITH agreed AS (${ACTS.map(doneBy).join(' UNION ALL ')})
      SELECT agreed.place || ' by ' || agreed.who AS place FROM agreed JOIN app_user u ON u.id = agreed.who
      WHERE NOT coalesce(${personThen('role')}, u.role) = ANY (agreed.roles)
        OR coalesce(${personThen('active')}, u.active::text) <> 'true'
        OR u.created_at > agreed.at`,
  },
];

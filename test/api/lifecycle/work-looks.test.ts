import { SALE_REPAIRS } from '../../../domain/lifecycle/sale-exceptions.js';
import { endingOf, WORK_ENDINGS } from '../../../domain/lifecycle/work-kinds.js';
import { lookOf } from '../../../web/src/areas/lifecycle/work-looks.js';
import {
  BY_REASON,
  isLink,
  REPAIRS_AT,
  type CallVerb,
} from '../../../web/src/areas/lifecycle/work-verbs.js';
import { ROUTES } from '../../support/api-routes.js';

const OF_SALES = Object.keys(SALE_REPAIRS);
const KINDS = [...Object.keys(WORK_ENDINGS), ...OF_SALES];
/** Keys of the page itself; t, s and n take an item, put it off and write a note. */
const TAKEN = new Set(['j', 'k', 'g', 'x', 'z', '/', '?', 't', 's', 'n']);
/** What a till or a feed does by itself, and no page. */
const BY_MACHINES = new Set(['PUT /v1/sales/{saleId}']);
/** Calls that are made on another page, by the address that leads there. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'POST /v1/bank-statements': '/bank-files',
  'POST /v1/payments/{paymentId}/allocations': '/matching',
  'POST /v1/stock-counts': '/stock',
  'POST /v1/sales/{saleId}/lines/{lineNumber}/identification': '/stock',
  'PUT /v1/holidays/{country}/{year}': '/setup/holidays',
};

const endOf = (kind: string) =>
  endingOf({ kind, subjectKind: OF_SALES.includes(kind) ? 'sale' : '' });
const verbsOf = (kind: string) => lookOf(kind).verbs;
const callsOf = (kind: string) => verbsOf(kind).filter((verb): verb is CallVerb => !isLink(verb));

describe('the queue of the console', () => {
  it.each(KINDS)('%s has words of its own in both languages', (kind) => {
    const { words, ask } = lookOf(kind);
    expect(words).not.toEqual(lookOf('unknown').words);
    for (const text of [words, ask]) {
      expect(text.en.length).toBeGreaterThan(5);
      expect(text.id).not.toBe(text.en);
    }
  });

  it.each(KINDS)('%s ends there: by a verb, on a page, or with a reason', (kind) => {
    const ending = endOf(kind);
    const calls = new Set(callsOf(kind).map(({ call }) => call));
    const pages = verbsOf(kind).flatMap((verb) => (isLink(verb) ? [verb.to.split('?')[0]] : []));
    const missing = (ending?.calls ?? []).filter(
      (call) => !calls.has(call) && !BY_MACHINES.has(call) && !pages.includes(ELSEWHERE[call]),
    );
    expect(missing).toEqual([]);
    expect(ending?.byReason === true || calls.size > 0 || pages.length > 0).toBe(true);
  });

  it.each(KINDS)('%s has each verb on a key of its own', (kind) => {
    const repairs = (endOf(kind)?.repairs ?? []).map((call) => REPAIRS_AT[call]?.key);
    expect(repairs).not.toContain(undefined);
    const keys = verbsOf(kind).map(({ key }) => key);
    const all = [...keys, ...repairs];
    const repairedAt = (endOf(kind)?.repairs ?? []).map((call) => REPAIRS_AT[call]);
    expect(new Set(all).size).toBe(new Set([...verbsOf(kind), ...repairedAt]).size);
    expect(all.filter((key) => TAKEN.has(key ?? '') || key === BY_REASON.key)).toEqual(
      kind === 'quarantine' ? [BY_REASON.key] : [],
    );
  });

  const CALLS = [...KINDS.flatMap(callsOf), BY_REASON];
  it.each(CALLS.map((verb) => [verb.call, verb] as const))(
    '%s is made as its contract says',
    (call, verb) => {
      const route = ROUTES.find(({ name }) => name === call)?.contract;
      if (route?.access.kind !== 'roles') throw new Error(`${call} is no call of people`);
      expect(
        verb.roles.filter(
          (role) => !(route.access as { roles: readonly string[] }).roles.includes(role),
        ),
      ).toEqual([]);
      const places = [...call.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
      expect(new Set(Object.keys(verb.params))).toEqual(new Set(places));
      const isAsTheContractSays =
        route.body === undefined
          ? [verb.body, verb.bodyFrom, verb.fields].every((part) => part === undefined)
          : route.body.safeParse(bodyOf(verb)).success;
      expect(isAsTheContractSays).toBe(true);
    },
  );
});

const AN_ID = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6a7b';
const TYPED = {
  text: 'As agreed by telephone',
  date: '2026-12-24',
  money: { amount: '45000', currency: 'IDR' },
} as const;

/** The body that the page makes when every field is filled in. */
function bodyOf({ body, bodyFrom, fields }: CallVerb) {
  const from = Object.keys(bodyFrom ?? {}).map((name) => [name, AN_ID] as const);
  const typed = (fields ?? []).map(({ name, kind }) => [name, TYPED[kind]] as const);
  return { ...body, ...Object.fromEntries(from), ...Object.fromEntries(typed) };
}

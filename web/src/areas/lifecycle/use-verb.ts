import type { CallName, InputOf } from '../../../../client/client.js';
import { CallRefused } from '../../api/client.js';
import { useDo, type EntryOf } from '../../api/use-call.js';
import type { Role } from '../../shell/session.js';
import { useSession } from '../../shell/session.js';
import { useWords } from '../../words/words.js';
import { refusalWords } from './queue-words.js';
import { lookOf } from './work-looks.js';
import { BY_REASON, isLink, REPAIRS_AT, type CallVerb, type WorkVerb } from './work-verbs.js';

export type WorkItem = EntryOf<'GET /v1/work-queue'>;

/** What the person may do about an item, each on a key of its own. */
export function verbsOf(item: WorkItem, role: Role): readonly WorkVerb[] {
  const repairs = (item.ends?.repairs ?? []).flatMap((call) => REPAIRS_AT[call] ?? []);
  const all = [
    ...lookOf(item.kind).verbs,
    ...repairs,
    ...(item.ends?.byReason === true ? [BY_REASON] : []),
  ];
  const seen = new Set<string>();
  return all.filter((verb) => {
    const may = isLink(verb) ? addressOf(verb.to, item) !== undefined : verb.roles.includes(role);
    if (!may || seen.has(verb.key)) return false;
    seen.add(verb.key);
    return true;
  });
}

/** Where a value of an item is found: `subject`, `sale`, `customer`, `id`, or a place in its detail. */
function valueAt(place: string, item: WorkItem): string | undefined {
  const detail = (item.detail ?? {}) as Readonly<Record<string, unknown>>;
  const known: Readonly<Record<string, unknown>> = {
    id: item.id,
    subject: item.subject.id,
    sale: item.saleId,
    customer: item.customer?.id,
  };
  const value = place.startsWith('detail.') ? detail[place.slice('detail.'.length)] : known[place];
  return typeof value === 'string' ? value : undefined;
}

/** An address with its places filled in; undefined when the item lacks one of them. */
export function addressOf(to: string, item: WorkItem): string | undefined {
  let isWhole = true;
  const address = to.replaceAll(/\{([\w.]+)\}/g, (_, place: string) => {
    const value = valueAt(place, item);
    if (value === undefined) isWhole = false;
    return encodeURIComponent(value ?? '');
  });
  return isWhole ? address : undefined;
}

type Values = Readonly<Record<string, unknown>>;

/** Does a verb by its call; afterwards everything is read again. */
export function useVerb() {
  return useDo(
    (
      client,
      { verb, item, values }: Readonly<{ verb: CallVerb; item: WorkItem; values: Values }>,
    ) => {
      const fill = (places: Readonly<Record<string, string>>) =>
        Object.fromEntries(
          Object.entries(places).map(([name, place]) => [name, valueAt(place, item)]),
        );
      const takesBody =
        verb.body !== undefined || verb.bodyFrom !== undefined || verb.fields !== undefined;
      const body = { ...verb.body, ...fill(verb.bodyFrom ?? {}), ...values };
      const input = { params: fill(verb.params), ...(takesBody ? { body } : {}) };
      // The verbs are data; a test holds each against the contract of its call.
      return client.call(verb.call as CallName, input as unknown as InputOf<CallName>);
    },
  );
}

const FIRST = /(?:_DECIDED|_DONE|_RESOLVED|_RELEASED|_NOT_WAITING|_NOT_STOPPED)$/;

/** What a refusal means for the person, in the language of the screen where it is one that often comes. */
export function useRefusal(): (error: unknown) => string | undefined {
  const say = useWords(refusalWords);
  return (error) => {
    if (error === null || error === undefined) return undefined;
    if (!(error instanceof CallRefused)) return say('unanswered');
    const { code, detail } = error.problem;
    if (FIRST.test(code)) return say('decided');
    if (code === 'SECOND_PERSON_REQUIRED') return say('second');
    return code === 'ROLE_FORBIDDEN' ? say('role') : detail;
  };
}

/** Who asked for it is the person who looks: somebody else decides. */
export function useIsOwn(): (item: WorkItem) => boolean {
  const { person } = useSession();
  return ({ detail }) => {
    const { requestedBy, handedInBy } = (detail ?? {}) as Readonly<Record<string, unknown>>;
    return requestedBy === person.name || handedInBy === person.name;
  };
}

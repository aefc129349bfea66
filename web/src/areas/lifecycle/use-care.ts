import { CallRefused } from '../../api/client.js';
import { faultOf, useDo } from '../../api/use-call.js';
import { useToast } from '../../shell/toasts.js';
import { date } from '../../ui/format.js';
import { usePlace } from '../../ui/place.js';
import { useWords } from '../../words/words.js';
import { careWords } from './care-words.js';
import type { WorkItem } from './use-verb.js';

type Person = NonNullable<WorkItem['assignee']>;

/**
 * Gives an item to somebody and puts it off, each with its undo. What the person saw goes along as a version: when
 * somebody was first, nothing is written over and the page says so.
 */
export function useCare(item: WorkItem) {
  const say = useWords(careWords);
  const tell = useToast();
  const place = usePlace();
  const assigning = useDo(async (client, to: Readonly<{ who: Person | null; version: number }>) => {
    const input = {
      params: { workItemId: item.id },
      body: { assignee: to.who?.id ?? null, version: to.version },
    };
    return (await client.call('POST /v1/work-queue/{workItemId}/assignment', input)).body;
  });
  const snoozing = useDo(
    async (client, to: Readonly<{ until: string | null; version: number }>) => {
      const input = { params: { workItemId: item.id }, body: to };
      return (await client.call('POST /v1/work-queue/{workItemId}/snooze', input)).body;
    },
  );
  const assign = async (who: Person | null) => {
    const done = await quietly(assigning.mutateAsync({ who, version: item.version }));
    if (done === undefined) return;
    const back = { who: item.assignee, version: done.version };
    const words = who === null ? say('givenBack') : say('given', { who: who.name });
    tell(words, () => quietly(assigning.mutateAsync(back)));
  };
  const snooze = async (until: string | null) => {
    const done = await quietly(snoozing.mutateAsync({ until, version: item.version }));
    if (done === undefined) return;
    const back = { until: item.snoozedUntil, version: done.version };
    const words = until === null ? say('isBack') : say('off', { day: date(until, place) });
    tell(words, () => quietly(snoozing.mutateAsync(back)));
  };
  const error = assigning.error ?? snoozing.error;
  const isOld = error instanceof CallRefused && error.problem.code === 'WORK_ITEM_CHANGED';
  return { assign, snooze, fault: isOld ? say('changed') : faultOf(error) };
}

/** What was refused is shown from the state of the call. */
async function quietly<Answer>(call: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await call;
  } catch {
    return undefined;
  }
}

/** Writes a note, and takes it back. */
export function useNotes(workItemId: string) {
  const say = useWords(careWords);
  const tell = useToast();
  const withdrawing = useDo(async (client, noteId: string) => {
    const input = { params: { workItemId, noteId } };
    await client.call('POST /v1/work-queue/{workItemId}/notes/{noteId}/withdrawal', input);
  });
  const writing = useDo(async (client, text: string) => {
    const input = { params: { workItemId }, body: { text } };
    return (await client.call('POST /v1/work-queue/{workItemId}/notes', input)).body;
  });
  const withdraw = (noteId: string) => quietly(withdrawing.mutateAsync(noteId));
  const write = async (text: string) => {
    const note = await quietly(writing.mutateAsync(text));
    if (note !== undefined) tell(say('noted'), () => withdraw(note.id));
    return note !== undefined;
  };
  return { write, withdraw, fault: faultOf(writing.error ?? withdrawing.error) };
}

import type { WorkIcon } from './sale-looks.js';
import type { WorkVerb } from './work-verbs.js';

type Text = Readonly<{ en: string; id: string }>;

/** Which of the queue's views a kind belongs to. */
export type WorkGroup = 'approve' | 'money' | 'customers' | 'shop';

/** How the queue shows one kind of work and what can be done about it, besides ending it with a reason. */
export type WorkLook = Readonly<{
  words: Text;
  /** The question in the middle of the screen. */
  ask: Text;
  group: WorkGroup;
  family: 'in' | 'wait' | 'over' | 'disp' | 'agency' | 'off' | 'bad';
  icon: WorkIcon;
  verbs: readonly WorkVerb[];
}>;

/** Its place, its words and question, and what can be done. */
export function look(
  [group, family, icon]: readonly [WorkGroup, WorkLook['family'], WorkIcon],
  [words, ask]: readonly [Text, Text],
  verbs: readonly WorkVerb[],
): WorkLook {
  return { group, family, icon, words, ask, verbs };
}

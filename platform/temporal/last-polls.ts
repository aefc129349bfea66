import type { ConnectionLike } from '@temporalio/client';
import { tsToMs } from '@temporalio/common/lib/time.js';

/** `temporal.api.enums.v1.TaskQueueType`. */
const QUEUE_TYPES = { workflows: 1, activities: 2 } as const;

export type TaskQueue = Readonly<{ name: string; runs: keyof typeof QUEUE_TYPES }>;

/** The task queues of `order-to-cash`, each by what every life needs of it. */
export const TASK_QUEUES: readonly TaskQueue[] = [
  { name: 'sales', runs: 'workflows' },
  { name: 'receivables', runs: 'workflows' },
  { name: 'notices', runs: 'activities' },
  { name: 'agency', runs: 'activities' },
];

/** When a worker last asked a queue for work; undefined when none did for some minutes. */
export type LastPoll = Readonly<{ queue: string; agoMs: number | undefined }>;

/**
 * A worker asks again after a minute at the latest. Temporal names one that has ended for five minutes more, so that only
 * the age of its last question tells whether it still works.
 */
export const STANDS_STILL_AFTER_MS = 120_000;

/** Throws when Temporal does not answer. */
export function lastPolls(
  { workflowService }: Pick<ConnectionLike, 'workflowService'>,
  {
    namespace,
    queues,
    nowMs,
  }: Readonly<{ namespace: string; queues: readonly TaskQueue[]; nowMs: number }>,
): Promise<LastPoll[]> {
  return Promise.all(
    queues.map(async ({ name, runs }) => {
      const { pollers } = await workflowService.describeTaskQueue({
        namespace,
        taskQueue: { name },
        taskQueueType: QUEUE_TYPES[runs],
      });
      const ages = (pollers ?? []).map((poller) => nowMs - tsToMs(poller.lastAccessTime));
      return { queue: name, agoMs: ages.length === 0 ? undefined : Math.max(0, Math.min(...ages)) };
    }),
  );
}

/** One sentence for a queue that nobody works on, or whose worker stands still; else undefined. */
export function faultOfPoll(
  { queue, agoMs }: LastPoll,
  standsStillAfterMs = STANDS_STILL_AFTER_MS,
): string | undefined {
  if (agoMs === undefined) return `No worker listens to the task queue ${queue}.`;
  if (agoMs < standsStillAfterMs) return undefined;
  return `The worker of the task queue ${queue} stands still: it asked for work ${Math.round(agoMs / 1_000)} seconds ago, and would have asked again within a minute.`;
}

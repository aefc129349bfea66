import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client } from '@temporalio/client';

/** One schedule for each background task of the installation, never one per invoice. In real time. */
const DUTIES = [
  { id: 'verify-books', workflow: 'verifyBooks', every: '15 minutes' },
  { id: 'heal-lives', workflow: 'healLives', every: '5 minutes' },
  // Often, because unsealed rows could still be changed unnoticed; a run without new rows costs a few milliseconds.
  { id: 'seal-audit', workflow: 'sealAudit', every: '15 seconds' },
  // Often: reports add up what is not in the sums yet, and are fast while that is little.
  { id: 'fold-journal', workflow: 'foldJournal', every: '15 seconds' },
  // Soon after an invoice was issued or changed: a person who looks at its payment sees the new suggestion.
  { id: 'match-again', workflow: 'matchAgain', every: '15 seconds' },
  // Each customer once a business day, and again when it has bought or paid since.
  { id: 'refresh-risk', workflow: 'refreshRisk', every: '1 hour' },
] as const;

/** Run at the start of a worker, so that rows written while no worker ran are sealed at once. */
const DUTY_AT_START = 'seal-audit';

/** Creates the schedules that do not exist yet. Safe to repeat, and from several workers at once. */
export async function ensureSchedules(client: Client): Promise<void> {
  for (const { id, workflow, every } of DUTIES) {
    try {
      await client.schedule.create({
        scheduleId: id,
        spec: { intervals: [{ every }] },
        policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 minute' },
        action: {
          type: 'startWorkflow',
          workflowType: workflow,
          workflowId: id,
          taskQueue: 'receivables',
          args: [],
        },
      });
    } catch (error) {
      if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    }
  }
  await client.schedule.getHandle(DUTY_AT_START).trigger();
}

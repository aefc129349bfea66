import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { ActivityFailure, ChildWorkflowFailure, isCancellation } from '@temporalio/workflow';

/** Ignores an undeliverable mail: the activity has already opened a work item. */
export function undelivered(error: unknown): void {
  if (error instanceof ActivityFailure && !isCancellation(error)) return;
  throw error;
}

/** Handles a child workflow that runs already: calls `instead`, which waits for its news. */
export function alreadyRuns(instead: () => Promise<void>): (error: unknown) => Promise<void> {
  return async (error) => {
    const cause = error instanceof ChildWorkflowFailure ? error.cause : error;
    if (!(cause instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    await instead();
  };
}

/** The failure of an activity wraps what happened in it; a fault that cannot pass is not tried again. */
export function reasonOf(error: unknown, attemptsMax: number): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const told = cause instanceof Error ? cause : error;
  const message = told instanceof Error ? told.message : String(told);
  const isTriedOut =
    error instanceof ActivityFailure && error.retryState === 'MAXIMUM_ATTEMPTS_REACHED';
  return isTriedOut
    ? `It failed ${attemptsMax} times, the last time so: ${message}`
    : `It failed: ${message}`;
}

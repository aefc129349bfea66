import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { ActivityFailure, ChildWorkflowFailure, isCancellation } from '@temporalio/workflow';

/** Mail that cannot be delivered is already work for a person (the activity saw to it); life goes on. */
export function undelivered(error: unknown): void {
  if (error instanceof ActivityFailure && !isCancellation(error)) return;
  throw error;
}

/** Somebody else follows this child already: `instead` waits for news of it. */
export function alreadyRuns(instead: () => Promise<void>): (error: unknown) => Promise<void> {
  return async (error) => {
    const cause = error instanceof ChildWorkflowFailure ? error.cause : error;
    if (!(cause instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    await instead();
  };
}

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

const quietly = async (): Promise<void> => {};

/** Activities that do nothing; the bench replaces `closeSale` to count them. */
export const noOpActivities = {
  captureSale: quietly,
  printReceipt: quietly,
  deliveryOf: quietly,
  issueInvoice: quietly,
  closeSale: quietly,
};

export type NoOpActivities = typeof noOpActivities;

/** Workflows run on the first queue, their only normal activity on the second. */
export const NO_OP_QUEUES: readonly string[] = ['no-op-sales', 'no-op-devices'];

export async function buildNoOpBundle(): Promise<string> {
  const here = fileURLToPath(import.meta.url);
  const workflowsPath = join(
    dirname(here),
    '..',
    'no-op-lives',
    here.endsWith('.ts') ? 'workflows.ts' : 'workflows.js',
  );
  return (await bundleWorkflowCode({ workflowsPath })).code;
}

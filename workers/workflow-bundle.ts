import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type WorkflowBundleOption } from '@temporalio/worker';
import { projectRoot } from '../platform/project-root.js';
import { failureConverterPath } from '../platform/temporal/connect.js';

const bundlePath = join(projectRoot, 'dist', 'workflow-bundle.js');

/** The workflows as one file for the sandbox: made at build time, or here when it is missing. */
export async function workflowBundle(): Promise<WorkflowBundleOption> {
  if (!existsSync(bundlePath)) await buildWorkflowBundle();
  return { codePath: bundlePath };
}

/** Bundles `workflows/` (2 to 4 seconds) to `dist/workflow-bundle.js`. */
export async function buildWorkflowBundle(): Promise<void> {
  const here = fileURLToPath(import.meta.url);
  const workflowsPath = join(
    dirname(here),
    '..',
    'workflows',
    here.endsWith('.ts') ? 'index.ts' : 'index.js',
  );
  const { code } = await bundleWorkflowCode({ workflowsPath, failureConverterPath });
  await mkdir(dirname(bundlePath), { recursive: true });
  const unfinished = `${bundlePath}.${process.pid}`;
  await writeFile(unfinished, code);
  await rename(unfinished, bundlePath);
}

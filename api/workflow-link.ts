import type { ApiDeps } from './deps.js';

export type WorkflowLink = Readonly<{ workflowId: string; link: string | null }>;

/** URL of a workflow in the Temporal web UI, which shows the newest run of that id; null where there is no such UI. */
export function workflowLink(
  { temporalUiUrl, temporalNamespace }: Pick<ApiDeps, 'temporalUiUrl' | 'temporalNamespace'>,
  workflowId: string,
): WorkflowLink {
  if (temporalUiUrl === undefined) return { workflowId, link: null };
  const base = temporalUiUrl.replace(/\/+$/, '');
  const path = `/namespaces/${encodeURIComponent(temporalNamespace)}/workflows/${encodeURIComponent(workflowId)}`;
  return { workflowId, link: base + path };
}

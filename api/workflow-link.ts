import type { ApiDeps } from './deps.js';

export type WorkflowLink = Readonly<{ workflowId: string; link: string }>;

/** URL of a workflow in the Temporal web UI; it shows the newest run of that id. */
export function workflowLink(
  { temporalUiUrl, temporalNamespace }: Pick<ApiDeps, 'temporalUiUrl' | 'temporalNamespace'>,
  workflowId: string,
): WorkflowLink {
  const base = temporalUiUrl.replace(/\/+$/, '');
  const path = `/namespaces/${encodeURIComponent(temporalNamespace)}/workflows/${encodeURIComponent(workflowId)}`;
  return { workflowId, link: base + path };
}

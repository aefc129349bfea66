import { receiveImport as receive } from '../../../activities/imports/receive-import.js';
import { companyOf } from '../../../activities/company/stores.js';
import { receiveImportRoute } from '../../../contract/imports/imports.js';
import { command } from '../../route.js';
import { workflowLink } from '../../workflow-link.js';
import { checkKind } from './kinds-of-role.js';

export const receiveImport = command(receiveImportRoute).answers(
  async ({ query: { kind, profile, dryRun, ...said }, content, principal, tx, ctx }, deps) => {
    checkKind(principal.role, kind);
    await companyOf(tx);
    const mode = dryRun === 'true' ? 'dry-run' : 'write';
    const settings = given(said);
    const received = await receive(tx, ctx, { kind, mode, profile, settings, content });
    const { id, state, workflowId } = received;
    return {
      status: 202,
      body: { id, status: state, workflow: workflowLink(deps, workflowId) },
      headers: {
        Location: `/v1/imports/${id}`,
        ...(received.kind === 'known' ? { 'Idempotency-Replayed': 'true' } : {}),
      },
    };
  },
);

function given(said: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

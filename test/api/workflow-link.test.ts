import { workflowLink } from '../../api/workflow-link.js';

describe('the link to a workflow', () => {
  it('leads to its page in the Temporal web UI', () => {
    const parts = { temporalUiUrl: 'http://127.0.0.1:8233/', temporalNamespace: 'default' };
    expect(workflowLink(parts, 'sale:1')).toEqual({
      workflowId: 'sale:1',
      link: 'http://127.0.0.1:8233/namespaces/default/workflows/sale%3A1',
    });
  });

  it('leads nowhere where no web UI runs', () => {
    const parts = { temporalUiUrl: undefined, temporalNamespace: 'default' };
    expect(workflowLink(parts, 'sale:1')).toEqual({ workflowId: 'sale:1', link: null });
  });
});

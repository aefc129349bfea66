import { readDeclaredCommands } from '../../scripts/command-callers.js';

describe('the callers of a command', () => {
  const declared = new Map(readDeclaredCommands().map((one) => [one.name, one]));

  it('are the files of the product that use its declaration', () => {
    expect(declared.get('issue_invoice')).toMatchObject({
      exported: 'issueInvoice',
      stage: 'invoice',
      callers: ['activities/sale/sale-activities.ts'],
    });
  });

  it('are not those that only take a type from it', () => {
    const { callers = [] } = declared.get('receivable_facts') ?? {};
    expect(callers).toContain('activities/dunning/decide-step.ts');
    expect(callers).not.toContain('activities/dunning/receivable-facts.ts');
  });
});

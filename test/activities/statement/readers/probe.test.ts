import { readStatement } from '../../../../activities/statement/readers/read-statement.js';
import { camt053, camtEntry, csvStatement, csvStatementText, day } from '../../../support/bank-files.js';
it('x', () => {
  const show = (r: unknown) => console.log(JSON.stringify(r, (_, v) => typeof v === 'bigint' ? `${v}n` : v, 1));
  show(readStatement(camt053({ entries: [camtEntry(), camtEntry({ amount: -500n, payments: [{ amount: -200n, text: 'a' }, { amount: -300n, payerName: 'X' }] })] }, { version: 2, prefix: 'ns2' })));
  console.log(csvStatementText());
  show(readStatement(csvStatement()));
});

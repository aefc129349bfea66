import { randomUUID } from 'node:crypto';
import { camt053, camtEntry, camtStatement } from '../../support/bank-files.js';
import { useCashApi } from '../../support/cash-api.js';
import { writeQif } from '../../support/write-qif.js';

const { world, api } = useCashApi();

describe('POST /v1/bank-statements/{id}/readings', () => {
  const goOn = (id: string, body: object = {}) =>
    api.send('POST', `/v1/bank-statements/${id}/readings`, {
      as: world.shop.tokens.arClerk,
      body,
      headers: { 'idempotency-key': randomUUID() },
    });

  it('goes on with a file that was given up while it was booked', async () => {
    const { id } = await world.receive(world.statement([{ amount: 65_000n }]));
    await world.activities.readBankStatement({ statementId: id });
    await world.activities.giveUpStatement({ statementId: id, reason: 'the books were away' });
    expect((await see(`/v1/bank-statements/${id}`)).body).toMatchObject({
      status: 'given-up',
      refusal: { code: 'STATEMENT_GIVEN_UP', detail: 'the books were away' },
    });
    const listed = await see('/v1/work-queue?kind=bank-statement-given-up');
    expect(listed.body).toMatchObject({ data: [{ subject: { id } }] });

    const answer = await goOn(id);
    expect(answer).toMatchObject({ status: 202, body: { id, status: 'read' } });
    const { workflow } = answer.body as { workflow: { workflowId: string } };
    await world.database.prisma.workflowStart.findUniqueOrThrow({
      where: { workflowId: workflow.workflowId },
    });
    expect(await goOn(id)).toMatchObject({
      status: 409,
      body: { code: 'STATEMENT_NOT_STOPPED' },
    });
    await world.activities.matchStatement({ statementId: id });
    expect((await see(`/v1/bank-statements/${id}`)).body).toMatchObject({
      status: 'booked',
      refusal: null,
      earlierRefusals: [{ code: 'STATEMENT_GIVEN_UP' }],
    });
    const ended = await see('/v1/work-queue?kind=bank-statement-given-up');
    expect(ended.body).toMatchObject({ data: [] });
  });

  it('reads a refused file again without its bytes, and takes the word on a line of one that was given up', async () => {
    const { id } = await world.receive(new TextEncoder().encode('still no bank file'));
    await world.activities.readBankStatement({ statementId: id });
    expect(await goOn(id)).toMatchObject({ status: 202, body: { id, status: 'received' } });
    await world.activities.readBankStatement({ statementId: id });

    await world.book(notice('G-1'));
    const { id: second } = await world.receive(notice('G-2'));
    await world.activities.readBankStatement({ statementId: second });
    await world.activities.giveUpStatement({ statementId: second, reason: 'away' });
    expect(await decide(second)).toMatchObject({ status: 200 });
    await world.activities.matchStatement({ statementId: second });
    expect((await see(`/v1/bank-statements/${second}`)).body).toMatchObject({ status: 'booked' });
  });

  it('reads a file that names no account with the one that a person names', async () => {
    const { id } = await world.receive(writeQif(camtStatement()));
    await world.activities.readBankStatement({ statementId: id });
    const readWith = (account: string) => goOn(id, { account });
    expect(await readWith('999888777')).toMatchObject({
      status: 422,
      body: { code: 'BANK_ACCOUNT_UNKNOWN' },
    });
    expect(await readWith(world.shop.bankAccountNumber)).toMatchObject({ status: 202 });
    await world.activities.readBankStatement({ statementId: id });
    expect((await see(`/v1/bank-statements/${id}`)).body).toMatchObject({
      format: 'qif',
      account: world.shop.bankAccountNumber,
      earlierRefusals: [{ code: 'STATEMENT_ACCOUNT_MISSING' }],
    });
  });

  it('refuses a file that is not there', async () => {
    expect(await goOn('01936f2e-7b1c-7d3e-9a51-0c6e2f4b8d99')).toMatchObject({
      status: 404,
      body: { code: 'STATEMENT_NOT_FOUND' },
    });
  });
});

/** A line that no reference of the bank tells from that of another notice. */
function notice(statementNumber: string): Uint8Array {
  const { opening: _, ...statement } = camtStatement({
    accountId: world.shop.bankAccountNumber,
    statementNumber,
    entries: [{ ...camtEntry({ amount: 63_000n, text: 'Setoran' }), bankReference: 'NONREF' }],
  });
  return camt053({ statements: [statement] }, { message: 'camt.054' });
}

function decide(statementId: string) {
  return api.send('POST', `/v1/bank-statements/${statementId}/repeats`, {
    as: world.shop.tokens.arClerk,
    body: { decision: 'new' },
    headers: { 'idempotency-key': randomUUID() },
  });
}

function see(path: string) {
  return api.send('GET', path, { as: world.shop.tokens.auditor });
}

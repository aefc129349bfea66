import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSqlFunctions } from '../../scripts/function-files.js';
import { asSuperuser } from '../support/books.js';
import { testContext } from '../support/shop.js';
import { openTradingBooks, type TradingBooks } from '../support/trading-books.js';

let trade: TradingBooks;

beforeAll(async () => {
  trade = await openTradingBooks();
});
afterAll(() => trade.close());

describe('the functions of the books', () => {
  const functions = readSqlFunctions();

  it('run with the rights of the owner where they are commands, or triggers', () => {
    const declared = new Set(declaredCommands());
    const weak = functions.filter(({ file }) => {
      const mustBe = declared.has(file.name) || /RETURNS trigger/.test(file.text);
      return mustBe && !/SECURITY DEFINER SET search_path = public, pg_temp/.test(file.text);
    });
    expect(weak.map(({ file }) => file.name)).toEqual([]);
  });

  it('are called by the processes only where they are commands, or read', async () => {
    const declared = new Set(declaredCommands());
    const writing = functions.filter(({ file }) =>
      /\b(INSERT INTO|DELETE FROM|UPDATE \w+ *(\w+ *)?\n? *SET)\b/.test(
        file.text.replaceAll(/--.*/g, ''),
      ),
    );
    const callable = await callableByProcesses();
    const forging = writing.filter(
      ({ file }) => callable.has(file.name) && !declared.has(file.name),
    );
    expect(forging.map(({ file }) => file.name)).toEqual(MAY_WRITE);
    for (const name of declared) expect(callable).toContain(name);
  });
});

/** The queue of work is nobody's money: the processes put into it what no command has found. */
const MAY_WRITE = ['end_work_item', 'open_work_items'];

describe('a process that is not itself any more', () => {
  it.each([
    ['a row of the audit trail', `SELECT write_audit('x', 'x', 'x', NULL, NULL)`],
    ['an entry of the journal', `SELECT post_journal('{}', '{}', '[]')`],
    ['a number of a series', `SELECT take_number(uuid_v7(), 'invoice', now()::date)`],
    ['an approval', `UPDATE write_off SET state = 'approved'`],
    ['a credit note', `INSERT INTO credit_note DEFAULT VALUES`],
    ['a payment', `UPDATE payment SET unapplied_amount = 1`],
    ['a settlement', `INSERT INTO allocation DEFAULT VALUES`],
    ['a sale', `DELETE FROM sale`],
    ['the story of a sale', `INSERT INTO lifecycle_event DEFAULT VALUES`],
    ['stock', `UPDATE stock_level SET on_hand_milli = 1`],
    ['a bank account', `INSERT INTO bank_account DEFAULT VALUES`],
    ['where customers pay to', `UPDATE bank_account SET number = '1'`],
    ['a line of a bank', `UPDATE bank_statement_line SET outcome = 'new'`],
    ['the release of a bank file', `UPDATE bank_statement SET state = 'received'`],
    ['what the matcher found', `DELETE FROM payment_suggestion`],
    ['a session', `INSERT INTO session DEFAULT VALUES`],
    ['whose session it is', `UPDATE session SET user_id = uuid_v7()`],
    ['what was agreed with an agency', `INSERT INTO agreement DEFAULT VALUES`],
    ['credit', `INSERT INTO customer_credit DEFAULT VALUES`],
    ['by whom money is recognised', `INSERT INTO customer_alias DEFAULT VALUES`],
    ['whose virtual account it is', `UPDATE virtual_account SET customer_id = uuid_v7()`],
    ['a rate of tax', `UPDATE tax_rule SET rate_numerator = 0`],
    ['a tax rule', `INSERT INTO tax_rule DEFAULT VALUES`],
    ['the end of a tax rule', `DELETE FROM tax_rule`],
    ['how customers are reminded', `INSERT INTO dunning_policy DEFAULT VALUES`],
    ['what a letter costs', `DELETE FROM dunning_policy_level`],
    ['a holiday', `INSERT INTO holiday DEFAULT VALUES`],
    ['the terms of an agency', `UPDATE agency SET commission_tax_basis_points = 0`],
    ['what one person may take in', `UPDATE legal_entity SET goods_receipt_limit_amount = 1`],
    ['a role', `UPDATE app_user SET role = 'owner'`],
    ['a password', `UPDATE app_user SET password_hash = 'x'`],
    ['a person who has a password', `INSERT INTO app_user (password_set_at) VALUES (now())`],
    ['the secret of a key', `UPDATE api_key SET secret_hash = ''`],
    ['whose key it is', `UPDATE api_key SET user_id = uuid_v7()`],
    ['what a key may do', `UPDATE api_key SET scopes = '{}'`],
    ['whom a code is for', `UPDATE one_time_code SET user_id = uuid_v7()`],
    ['how long a code is good', `UPDATE one_time_code SET expires_at = now()`],
    ['a recovery code', `UPDATE recovery_code SET secret_hash = ''`],
    ['whose second factor it is', `UPDATE second_factor SET user_id = uuid_v7()`],
    ['an account of the ledger', `INSERT INTO account DEFAULT VALUES`],
    ['a period', `UPDATE accounting_period SET state = 'open'`],
    ['a letter that left', `UPDATE mail_message SET state = 'sent'`],
    ['what an agency was told', `UPDATE webhook_delivery SET delivered_at = now()`],
    ['what was sent to us', `UPDATE quarantine SET content = ''`],
    ['what a piece of work is about', `UPDATE work_item SET subject_id = 'x'`],
    ['the time', `INSERT INTO business_clock VALUES (1, now(), now(), 2)`],
  ])('cannot forge %s', async (_what, statement) => {
    const forging = trade.database.transaction(testContext(), (tx) =>
      tx.$executeRawUnsafe(statement),
    );
    await expect(forging).rejects.toThrow('permission denied');
  });
});

describe('what lets somebody in', () => {
  const holderOf = async () => {
    const { id: userId } = await trade.database.prisma.appUser.findFirstOrThrow({
      where: { role: 'arClerk' },
    });
    return userId;
  };
  const write = (statement: string) =>
    trade.database.transaction(testContext(), (tx) => tx.$executeRawUnsafe(statement));

  it.each([
    ['key', 'api_key', 'revoked_at'],
    ['code', 'one_time_code', 'ended_at'],
    ['recovery code', 'recovery_code', 'used_at'],
  ] as const)('does not live again: a %s that has ended', async (_what, table, column) => {
    const userId = await holderOf();
    await write(ENDED[table].replace('$1', `'${userId}'`));
    const revival = write(`UPDATE ${table} SET ${column} = NULL WHERE ${column} IS NOT NULL`);
    await expect(revival).rejects.toThrow(`${table} has ended: make another one`);
  });

  it('may what its person may, and never more', async () => {
    const userId = await holderOf();
    const more = write(
      `INSERT INTO api_key (key_id, secret_hash, label, role, user_id, created_at)
         VALUES ('more', '\\x02', 'more', 'owner', '${userId}', now())`,
    );
    await expect(more).rejects.toThrow('the key of a person has the role of that person');
  });
});

/** A row that has ended, of each table of what lets somebody in. */
const ENDED = {
  api_key: `INSERT INTO api_key (key_id, secret_hash, label, role, user_id, created_at, revoked_at)
    VALUES ('ended', '\\x01', 'ended', 'arClerk', $1, now(), now())`,
  one_time_code: `INSERT INTO one_time_code
      (purpose, secret_hash, user_id, created_by, created_at, expires_at, ended_at)
    VALUES ('password', '\\x01', $1, 'test', now(), now(), now())`,
  recovery_code: `INSERT INTO recovery_code (user_id, secret_hash, created_at, used_at)
    VALUES ($1, '\\x01', now(), now())`,
};

function declaredCommands(): string[] {
  const folder = join(import.meta.dirname, '../../prisma/commands');
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
  return files.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/= command\('(\w+)'/g)].map(
      ([, name = '']) => name,
    ),
  );
}

function callableByProcesses(): Promise<Set<string>> {
  return asSuperuser(trade.books, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT proname AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace
         AND has_function_privilege('lunas_app', oid, 'EXECUTE')`,
    );
    return new Set(rows.map(({ name }) => name));
  });
}

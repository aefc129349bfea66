import { withClient } from '../../cli/bootstrap-database.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

describe('the database of an installation', () => {
  it('lets the processes log in as a member of the group roles, but not as the owner', async () => {
    const rows = await query(
      database.url,
      `SELECT current_user AS login, pg_has_role('lunas_app', 'USAGE') AS app,
         pg_has_role('lunas_partner', 'SET') AS partner, pg_has_role('lunas_partner', 'USAGE') AS inherits,
         pg_has_role('lunas_owner', 'MEMBER') AS owner`,
    );
    expect(rows).toEqual([
      { login: 'lunas', app: true, partner: true, inherits: false, owner: false },
    ]);
  });

  it('refuses the processes to change the schema', async () => {
    await expect(query(database.url, 'CREATE TABLE intruder (id int)')).rejects.toThrow(
      /permission denied/,
    );
  });

  it('is UTF-8 and sorts by code point', async () => {
    const rows = await query(
      database.ownerUrl,
      `SELECT pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider, datlocale AS locale
         FROM pg_database WHERE datname = current_database()`,
    );
    expect(rows).toEqual([{ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' }]);
  });

  it('is apart from the database of another test', async () => {
    const other = await createTestDatabase();
    await query(database.ownerUrl, 'CREATE TABLE only_here (id int)');
    await expect(query(other.ownerUrl, 'SELECT FROM only_here')).rejects.toThrow(/does not exist/);
    await other.drop();
  });
});

function query(url: string, sql: string): Promise<unknown[]> {
  return withClient(url, async (client) => (await client.query(sql)).rows as unknown[]);
}

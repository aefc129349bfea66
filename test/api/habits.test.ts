import { openDatabase, type Database } from '../../prisma/database.js';
import { startApi, type TestApi } from '../support/api-client.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let books: TestDatabase;
let database: Database;
let api: TestApi;

beforeAll(async () => {
  books = await createTestDatabase();
  database = openDatabase({ url: books.url, poolSize: 4 });
  api = await startApi(database);
});

afterAll(async () => {
  await api.close();
  await database.close();
  await books.drop();
});

describe('every answer', () => {
  it('carries the request id of the caller, or a new one where that is not sane', async () => {
    const own = await api.send('GET', '/healthz', { headers: { 'x-request-id': 'till-7:42' } });
    expect(own.headers.get('x-request-id')).toBe('till-7:42');
    const forged = await api.send('GET', '/healthz', { headers: { 'x-request-id': 'a b' } });
    expect(forged.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is a problem document where there is nothing', async () => {
    const answer = await api.send('GET', '/v1/nothing-here');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.body).toMatchObject({ code: 'NOT_FOUND', status: 404 });
  });

  it('is a problem document for a method that an address does not take', async () => {
    const answer = await api.send('DELETE', '/healthz');
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET');
    expect(answer.body).toMatchObject({ code: 'METHOD_NOT_ALLOWED' });
  });

  it('may not be framed, sniffed or kept, and loads nothing from elsewhere', async () => {
    const { headers } = await api.send('GET', '/healthz');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

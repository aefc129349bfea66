import { openDatabase, type Database } from '../../prisma/database.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { PATIENT } from './patient.js';

export type EmptyBooks = Readonly<{ books: TestDatabase; database: Database }>;

/** Books with nothing in them for the tests of this file, or of this `describe`; to be asked for inside of a test. */
export function useEmptyBooks(login: 'process' | 'owner' = 'process'): () => EmptyBooks {
  let open: EmptyBooks;
  beforeAll(async () => {
    const books = await createTestDatabase();
    const url = login === 'owner' ? books.ownerUrl : books.url;
    open = { books, database: openDatabase({ url, poolSize: 4, waits: PATIENT }) };
  });
  afterAll(async () => {
    await open.database.close();
    await open.books.drop();
  });
  return () => open;
}

import { randomUUID } from 'node:crypto';
import { makeFirstAdministrator } from '../../activities/people/first-administrator.js';
import { openDatabase } from '../../prisma/database.js';
import { writeSeedCredentials } from './credentials.js';
import type { Home } from './home.js';

const ADMINISTRATOR = { email: 'admin@example.test', name: 'Administrator' };

/** Empty books get their first administrator, whose login is written beside the addresses. */
export async function beginWithoutSample(home: Home, appUrl: string): Promise<void> {
  const database = openDatabase({ url: appUrl, poolSize: 1, applicationName: 'lunas-up' });
  try {
    const ctx = {
      actor: { kind: 'system', id: 'lunas-up', name: 'lunas up' },
      origin: 'lunas up',
      at: new Date().toISOString(),
      requestId: randomUUID(),
    } as const;
    const { email, password, token } = await makeFirstAdministrator(database, ctx, ADMINISTRATOR);
    writeSeedCredentials(home, { admin: { kind: 'token', token, email, password } });
  } finally {
    await database.close();
  }
}

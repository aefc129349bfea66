import type { Client } from 'pg';
import { withClient } from '../../cli/bootstrap-database.js';
import type { TestDatabase } from './database.js';
import { testContext } from './shop.js';

/** Runs `work` as the role that owns the tables, in one transaction with a context. */
export function asOwner<Result>(
  { ownerUrl }: TestDatabase,
  work: (owner: Client) => Promise<Result>,
): Promise<Result> {
  return withClient(ownerUrl, async (owner) => {
    await owner.query('BEGIN');
    await owner.query('SELECT enter_context($1::jsonb)', [JSON.stringify(testContext())]);
    const result = await work(owner);
    await owner.query('COMMIT');
    return result;
  });
}

import type pg from 'pg';
import { messageOf, OperatorFault } from '../../platform/fault.js';
import type { FunctionFile } from './book-files.js';

/** PostgreSQL's codes for a type that does not exist yet, and for a function whose answer or arguments have changed. */
const UNDEFINED_OBJECT = '42704';
const CANNOT_REPLACE = '42P13';
/** PostgreSQL's code for a function that another object still depends on. */
const DEPENDENT_OBJECTS = '2BP01';

/**
 * Creates or replaces functions, and answers the files that have to wait: with `where-types-are-known` those that take
 * or return a row of a table that does not exist yet.
 * @throws {OperatorFault} that names the file which does not go through
 */
export async function createFunctions(
  client: pg.Client,
  files: readonly FunctionFile[],
  which: 'all' | 'where-types-are-known',
): Promise<FunctionFile[]> {
  const waiting: FunctionFile[] = [];
  for (const file of files) {
    const code = await tryFile(client, file.text);
    if (code === undefined) continue;
    if (code.code === UNDEFINED_OBJECT && which === 'where-types-are-known') waiting.push(file);
    else if (code.code === CANNOT_REPLACE) await createAnew(client, file);
    else throw faultOf(file, code.message);
  }
  return waiting;
}

type Failure = Readonly<{ code: string | undefined; message: string }>;

async function tryFile(client: pg.Client, text: string): Promise<Failure | undefined> {
  await client.query('SAVEPOINT one_file');
  try {
    await client.query(text);
    await client.query('RELEASE SAVEPOINT one_file');
    return undefined;
  } catch (error) {
    await client.query('ROLLBACK TO SAVEPOINT one_file');
    return { code: codeOf(error), message: messageOf(error) };
  }
}

/** A function whose signature has changed cannot be replaced: the old one is dropped, unless a table still needs it. */
async function createAnew(client: pg.Client, file: FunctionFile): Promise<void> {
  try {
    await dropFunctions(client, [file.name]);
    await client.query(file.text);
  } catch (error) {
    const needed =
      codeOf(error) === DEPENDENT_OBJECTS
        ? ' Something in the tables needs the function as it was: give the new one another name.'
        : '';
    throw faultOf(file, `${messageOf(error)}.${needed}`);
  }
}

/**
 * Drops what no file defines: functions whose file is gone, and overloads that were left behind when a signature
 * changed.
 */
export async function dropUnknownFunctions(
  client: pg.Client,
  files: readonly FunctionFile[],
): Promise<void> {
  const { rows } = await client.query<{ name: string; count: number }>(
    `SELECT p.proname AS name, count(*)::int AS count FROM pg_proc p
      WHERE p.pronamespace = 'public'::regnamespace AND p.prokind = 'f'
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
      GROUP BY p.proname`,
  );
  const byName = new Map(files.map((file) => [file.name, file]));
  const unknown = rows.filter(({ name }) => !byName.has(name)).map(({ name }) => name);
  await dropFunctions(client, unknown);
  for (const { name, count } of rows) {
    const file = byName.get(name);
    if (file !== undefined && count > definitionsIn(file)) await createAnew(client, file);
  }
}

function definitionsIn({ text }: FunctionFile): number {
  return text.match(/^CREATE OR REPLACE FUNCTION /gm)?.length ?? 0;
}

async function dropFunctions(client: pg.Client, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const { rows } = await client.query<{ signature: string }>(
    `SELECT p.oid::regprocedure::text AS signature FROM pg_proc p
      WHERE p.pronamespace = 'public'::regnamespace AND p.proname = ANY ($1)`,
    [names],
  );
  for (const { signature } of rows) await client.query(`DROP FUNCTION ${signature}`);
}

function faultOf({ file }: FunctionFile, message: string): OperatorFault {
  return new OperatorFault(
    `The books could not be brought up to date; nothing was changed. prisma/functions/${file}: ${message}`,
  );
}

function codeOf(error: unknown): string | undefined {
  const code = (error as Readonly<{ code?: unknown }>).code;
  return typeof code === 'string' ? code : undefined;
}

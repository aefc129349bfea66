import type { ImportKindName } from '../../contract/imports/kinds.js';
import type { Database } from '../../prisma/database.js';
import { companyOf } from '../company/stores.js';
import type { ExportedRow } from './import-kind.js';
import { IMPORT_KIND_OF } from './kinds/kinds.js';
import { csvLine } from './rejected-file.js';

/** Rows read at a time. */
const PAGE = 1_000;

/**
 * Everything of a kind as a file that `POST /v1/imports` takes, in the order of its keys: exported, brought into empty
 * books and exported again, the bytes are the same. `at`: business time, ISO 8601; prices are those that hold then.
 *
 * @throws Refusal `COMPANY_MISSING`
 */
export async function* exportFile(
  { prisma }: Pick<Database, 'prisma'>,
  { kind, at }: Readonly<{ kind: ImportKindName; at: string }>,
): AsyncGenerator<string> {
  const { fields, exported } = IMPORT_KIND_OF[kind];
  if (exported === undefined) throw new Error(`${kind} are not taken out`);
  const { currency, timeZone } = await companyOf(prisma);
  const names = fields.map(({ field }) => field);
  yield csvLine(names);
  for (let after = ''; ;) {
    const rows = await exported(prisma, { after, limit: PAGE, currency, timeZone, at });
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ cells }) => csvLine(names.map((name) => textOf(cells[name])))).join('');
    after = last.key;
  }
}

function textOf(cell: ExportedRow['cells'][string]): string {
  return cell === undefined || cell === null ? '' : String(cell);
}

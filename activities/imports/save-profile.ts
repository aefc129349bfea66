import type { ImportKindName } from '../../contract/imports/kinds.js';
import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';
import { IMPORT_KIND_OF } from './kinds/kinds.js';

export type ProfileValues = Readonly<{
  name: string;
  kind: ImportKindName;
  columns: Readonly<Record<string, string>>;
  decimalMark: '.' | ',' | null;
  dateOrder: 'dmy' | 'mdy' | 'ymd' | null;
  defaults: Readonly<Record<string, string>>;
}>;

/**
 * Adds the profile of this code, or changes it. Answers its id.
 *
 * @throws Refusal `IMPORT_FIELD_UNKNOWN`, `IMPORT_PROFILE_IN_USE`
 */
export async function saveProfile(
  tx: Transaction,
  code: string,
  values: ProfileValues,
): Promise<string> {
  checkFields(values);
  const before = await tx.importProfile.findUnique({
    where: { code },
    include: { imports: { take: 1, select: { id: true } } },
  });
  if (before !== null && before.kind !== values.kind && before.imports.length > 0) {
    const detail = `Files of the kind ${before.kind} were read by it. Take another code.`;
    throw new Refusal({ code: 'IMPORT_PROFILE_IN_USE', param: 'kind', detail });
  }
  const { id } = await tx.importProfile.upsert({
    where: { code },
    create: { code, ...values },
    update: values,
    select: { id: true },
  });
  return id;
}

function checkFields({ kind, columns, defaults }: ProfileValues): void {
  const known = new Set(IMPORT_KIND_OF[kind].fields.map(({ field }) => field));
  for (const [name, fields] of Object.entries({ columns, defaults })) {
    const unknown = Object.keys(fields).find((field) => !known.has(field));
    if (unknown === undefined) continue;
    const detail = `Files of the kind ${kind} have the fields ${[...known].join(', ')}.`;
    throw new Refusal({ code: 'IMPORT_FIELD_UNKNOWN', param: `${name}.${unknown}`, detail });
  }
}

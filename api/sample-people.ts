import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { PERSON_ROLES, type PersonRole } from '../contract/roles.js';

/** Somebody of the sample company, whose password everybody may know. */
export type SamplePerson = Readonly<{ role: PersonRole; email: string; password: string }>;

const credentials = z.record(
  z.string(),
  z.object({
    kind: z.string(),
    email: z.string().optional(),
    password: z.string().optional(),
  }),
);

/**
 * Reads the people of the sample company from the file of its seed, by role; nobody while it is not there. The
 * administrator of a company of one's own stands in the same file and is not told.
 */
export function peopleIn(
  file: string | undefined,
): (() => Promise<readonly SamplePerson[]>) | undefined {
  if (file === undefined) return undefined;
  return async () => {
    const found = credentials.safeParse(JSON.parse(await textOf(file)));
    if (!found.success) return [];
    return PERSON_ROLES.flatMap((role) => {
      const { kind, email, password } = found.data[role] ?? {};
      if (kind !== 'sample-person' || email === undefined || password === undefined) return [];
      return [{ role, email, password }];
    });
  };
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '{}');
}

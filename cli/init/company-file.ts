import { parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import { beginCompanyRoute } from '../../contract/company/company.js';
import { addPrinterRoute } from '../../contract/company/printers.js';
import { addStoreRoute } from '../../contract/company/stores.js';
import { addTerminalRoute } from '../../contract/company/terminals.js';
import { refusalOfIssues } from '../../contract/faults.js';
import { addUserRoute } from '../../contract/people/users.js';
import { OperatorFault } from '../../platform/fault.js';

const PARTS_MAX = 10_000;
const PATH_MAX = 4_096;

/** What `lunas init` sets up. Each part has the fields of its call in the API, and is read by the same schema. */
export const companyFile = z.strictObject({
  administrator: addUserRoute.body.pick({ email: true, name: true, language: true }),
  company: beginCompanyRoute.body,
  /** File of its logo, PNG or JPEG, from the folder of this file. */
  logo: z.string().min(1).max(PATH_MAX).optional(),
  stores: z.array(addStoreRoute.body).max(PARTS_MAX).default([]),
  printers: z.array(addPrinterRoute.body).max(PARTS_MAX).default([]),
  terminals: z.array(addTerminalRoute.body).max(PARTS_MAX).default([]),
});

export type CompanyFile = z.output<typeof companyFile>;

/**
 * Reads a company from YAML (JSON is YAML too).
 *
 * @throws {OperatorFault} that names each place with what is wrong there
 */
export function readCompanyFile(text: string): CompanyFile {
  // Everything is read as text, so that a code such as 0012 keeps its zeros; aliases could grow without end.
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: true });
  const [broken] = document.errors;
  if (broken !== undefined) throw new OperatorFault(`The file is not YAML: ${broken.message}`);
  const parsed = companyFile.safeParse(typedIn(document.toJS({ maxAliasCount: 0 })), {
    reportInput: true,
  });
  if (parsed.success) return parsed.data;
  const refusal = refusalOfIssues(parsed.error.issues);
  const faults = refusal.errors.length > 0 ? refusal.errors : [refusal];
  const places = faults.map(({ param = '', detail }) => `  ${param}: ${detail}`);
  throw new OperatorFault(`The file cannot be read:\n${places.join('\n')}`);
}

/** A company as a file that `readCompanyFile` reads. */
export function writeCompanyFile(company: z.input<typeof companyFile>): string {
  return stringify(company, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' });
}

/** Ports are the only numbers, and whether a till is for trying out is the only thing that is true or false. */
function typedIn(read: unknown): unknown {
  return JSON.parse(
    JSON.stringify(read ?? {}, (key, value: unknown) => {
      if (typeof value !== 'string') return value;
      if (key === 'port' && /^\d{1,5}$/.test(value)) return Number(value);
      if (key === 'sandbox' && /^(?:true|false)$/.test(value)) return value === 'true';
      return value;
    }),
  ) as unknown;
}

import type { z } from 'zod';
import { Refusal, type Fault } from '../domain/refusal.js';

/** The most faults listed in one answer. */
const FAULTS_MAX = 20;

/**
 * Reads `value` by `schema`. `root` names the part of the request that is read.
 *
 * @throws Refusal with the code of the one fault, or `REQUEST_INVALID` with all of them in `errors`.
 */
export function parseBy<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  root = '',
): z.output<Schema> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw refusalOfIssues(parsed.error.issues, root);
}

/**
 * Turns zod's issues into one refusal: with one fault its own code and place, with several `REQUEST_INVALID` and all of
 * them in `errors`. Zod's own texts are not shown.
 */
export function refusalOfIssues(issues: readonly z.core.$ZodIssue[], root = ''): Refusal {
  const faults = issues.flatMap((issue) => faultsOf(issue, root));
  const [first] = faults;
  if (faults.length === 1 && first !== undefined) return new Refusal(first);
  return new Refusal({
    code: 'REQUEST_INVALID',
    detail: `${faults.length} places of the request are malformed.`,
    errors: faults.slice(0, FAULTS_MAX),
  });
}

/** `lines[2].quantity`, as in the request. */
export function paramOf(path: readonly PropertyKey[], root = ''): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, root);
}

function faultsOf(issue: z.core.$ZodIssue, root: string): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      code: 'FIELD_UNKNOWN',
      param: paramOf([...issue.path, key], root),
      detail: 'This field is not known here.',
    }));
  }
  const param = paramOf(issue.path, root) || 'body';
  if (issue.code === 'custom') return [customFault(issue, param)];
  // Neither JSON nor a query has undefined, so it means that the field is missing.
  if (issue.input === undefined && MISSING.has(issue.code)) {
    return [{ code: 'FIELD_REQUIRED', param, detail: `This field is missing (${wanted(issue)}).` }];
  }
  return [{ code: 'FIELD_INVALID', param, detail: `Expected is ${wanted(issue)}.` }];
}

/** Zod's issue for a missing value. */
const MISSING = new Set<string>(['invalid_type', 'invalid_value', 'invalid_union']);

/** Refinements of a schema give their own code: `.refine(check, { params: { code, detail } })`. */
function customFault({ params }: z.core.$ZodIssueCustom, param: string): Fault {
  const code = params?.['code'];
  const detail = params?.['detail'];
  return {
    code: typeof code === 'string' ? code : 'FIELD_INVALID',
    param,
    detail: typeof detail === 'string' ? detail : 'This field is not allowed as it is.',
  };
}

type Wanted = Readonly<{
  [Code in z.core.$ZodIssue['code']]?: (issue: z.core.$ZodIssue) => string;
}>;

const WANTED: Wanted = {
  invalid_type: (issue) =>
    issue.code === 'invalid_type' ? `a value of type ${issue.expected}` : '',
  invalid_value: (issue) =>
    issue.code === 'invalid_value' ? `one of ${issue.values.map(String).join(', ')}` : '',
  too_small: (issue) =>
    issue.code === 'too_small' ? `at least ${String(issue.minimum)} ${unitOf(issue.origin)}` : '',
  too_big: (issue) =>
    issue.code === 'too_big' ? `at most ${String(issue.maximum)} ${unitOf(issue.origin)}` : '',
  invalid_format: (issue) => (issue.code === 'invalid_format' ? formatOf(issue.format) : ''),
};

function wanted(issue: z.core.$ZodIssue): string {
  const words = WANTED[issue.code]?.(issue) ?? '';
  return words === '' ? 'another form (see /docs)' : words;
}

function unitOf(origin: string): string {
  if (origin === 'string') return 'characters';
  return origin === 'array' ? 'entries' : '';
}

const FORMATS: Readonly<Record<string, string>> = {
  guid: 'a UUID',
  date: 'a date such as 2026-11-22',
  datetime: 'an instant with offset such as 2026-11-22T10:15:30+07:00',
  email: 'an e-mail address',
  url: 'an absolute URL',
};

function formatOf(format: string): string {
  return FORMATS[format] ?? 'a text of another form (see /docs)';
}

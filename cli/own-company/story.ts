import type { AnswerOf, CallName, CallOptions, InputOf, LunasClient } from '../../client/client.js';

/** A person or machine of the company, with its own client. */
export type Caller = Readonly<{ name: string; client: LunasClient }>;

/** Tells what is done, call by call, so that a reader can do the same. */
export type Story = Readonly<{
  /** A heading, and a sentence that says why. */
  chapter: (heading: string, why: string) => void;
  /** Makes a call and tells it with what `pick` takes from the answer. */
  step: <Name extends CallName>(
    caller: Caller,
    name: Name,
    told: Readonly<{
      input: InputOf<Name>;
      options?: CallOptions;
      pick: (body: AnswerOf<Name>['body']) => unknown;
    }>,
  ) => Promise<AnswerOf<Name>['body']>;
  lines: () => readonly string[];
}>;

/** Codes, keys and passwords stay out of what is told. */
const SECRET_FIELDS: ReadonlySet<string> = new Set(['password', 'code', 'token']);
const SECRET_CALLS = /passwords|session|enrolments/;

/** Keeps what is told as Markdown, and says each line at once. */
export function createStory(say: (line: string) => void): Story {
  const lines: string[] = [];
  const tell = (line: string): void => {
    lines.push(line);
    say(line);
  };
  return {
    chapter: (heading, why) => {
      for (const line of ['', `## ${heading}`, '', why, '']) tell(line);
    },
    step: async (caller, name, { input, options, pick }) => {
      const answer = await caller.client.call(name, input, options);
      const asked = askedIn(name, input as Input);
      tell(`- **${caller.name}**: ${asked}`);
      tell(`  → ${String(answer.status)} \`${JSON.stringify(pick(answer.body))}\``);
      return answer.body;
    },
    lines: () => lines,
  };
}

type Input = Readonly<{ params?: object; query?: object; body?: unknown }>;

function askedIn(name: CallName, input: Input): string {
  return `\`${addressOf(name, input)}\`${bodyOf(name, input)}`;
}

function addressOf(name: string, input: Input): string {
  const params = new Map<string, unknown>(Object.entries(input.params ?? {}));
  const path = name.replaceAll(/\{(\w+)\}/g, (whole, key: string) =>
    key === 'saleId' ? whole : shortened(String(params.get(key))),
  );
  const query = Object.entries(input.query ?? {}).map(([key, value]) => `${key}=${String(value)}`);
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
}

/** Ids are new each time: their end tells nothing to a reader. */
function shortened(text: string): string {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text) ? `${text.slice(0, 8)}…` : text;
}

function bodyOf(name: string, { body }: Input): string {
  if (body === undefined) return '';
  if (body instanceof Uint8Array) return ' with the file';
  const secret = SECRET_CALLS.test(name);
  const text = JSON.stringify(body, (key, value: unknown) => {
    if (secret && SECRET_FIELDS.has(key)) return '…';
    return typeof value === 'string' ? shortened(value) : value;
  });
  return ` \`${text}\``;
}

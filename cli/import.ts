import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { IMPORT_KINDS, ROLES_OF_KIND, type ImportKindName } from '../contract/imports/kinds.js';
import { messageOf, OperatorFault } from '../platform/fault.js';
import { createHttpCaller, type HttpCaller } from '../platform/http-caller.js';
import { projectRoot } from '../platform/project-root.js';
import { uuidV7 } from '../platform/uuid-v7.js';
import type { Command } from './command.js';
import { homeAt } from './platform/home.js';
import { readDemoCredentials } from './platform/credentials.js';

const USAGE = `lunas import FILE --kind ${IMPORT_KINDS.join('|')} [--profile CODE] [--location CODE] [--business-date DAY] [--dry-run]`;

/** How often the progress is asked for. */
const LOOK_EVERY_MS = 500;

/** Refused rows shown on the screen; the file has all. */
const SHOWN_MAX = 20;

/** Hands a file in to the running platform and shows its progress; exit code 1 when rows or the file were refused. */
export const bringIn: Command = {
  usage: USAGE,
  summary: 'brings in a file of another system, and shows what became of its rows',
  run: async (args) => {
    const { file, kind, query } = readArguments(args);
    const content = await readFile(file).catch((error: unknown) => {
      throw new OperatorFault(`${file} cannot be read: ${messageOf(error)}`);
    });
    const door = openDoor(kind);
    const caller = createHttpCaller(door.api, 1);
    try {
      return await carry({ caller, token: door.token }, { query, content });
    } finally {
      caller.close();
    }
  },
};

type Wish = Readonly<{ file: string; kind: ImportKindName; query: URLSearchParams }>;

function readArguments(args: readonly string[]): Wish {
  const text = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        kind: text,
        profile: text,
        location: text,
        'business-date': text,
        'dry-run': { type: 'boolean' },
      },
    });
    const [file, ...rest] = positionals;
    const kind = IMPORT_KINDS.find((one) => one === values.kind);
    if (file === undefined || rest.length > 0 || kind === undefined) throw new Error('');
    const query = new URLSearchParams({ kind });
    const { profile, location, 'business-date': businessDate } = values;
    for (const [name, value] of Object.entries({ profile, location, businessDate })) {
      if (value !== undefined) query.set(name, value);
    }
    if (values['dry-run'] === true) query.set('dryRun', 'true');
    return { file, kind, query };
  } catch (error) {
    const said = messageOf(error).split('\n')[0] ?? '';
    throw new OperatorFault(`${said} Usage: ${USAGE}`.trim());
  }
}

/** The running platform, with the key of a role that brings in such files. */
function openDoor(kind: ImportKindName): Readonly<{ api: string; token: string }> {
  const home = homeAt(resolve(process.env['LUNAS_HOME'] ?? join(projectRoot, '.lunas')));
  const known = readDemoCredentials(home);
  const tokens = ROLES_OF_KIND[kind].flatMap((role) => known?.credentials[role]?.token ?? []);
  const given = process.env['LUNAS_TOKEN'];
  const token = given ?? tokens[0];
  const api = process.env['LUNAS_API'] ?? known?.api;
  if (token !== undefined && api !== undefined) return { api, token };
  throw new OperatorFault(
    'No running platform is known here. Start it, or set LUNAS_API and LUNAS_TOKEN.',
  );
}

type Door = Readonly<{ caller: HttpCaller; token: string }>;

const receipt = z.object({ id: z.string() });
const progress = z.object({
  status: z.string(),
  rows: z.record(z.string(), z.number()),
  refusal: z.object({ detail: z.string(), place: z.string().nullable() }).nullable(),
});
const report = z.object({
  data: z.array(
    z.object({
      line: z.number(),
      faults: z.array(
        z.object({
          column: z.string().nullable(),
          value: z.string().nullable(),
          code: z.string(),
          detail: z.string(),
        }),
      ),
    }),
  ),
});

async function carry(
  door: Door,
  { query, content }: Readonly<{ query: URLSearchParams; content: Buffer }>,
): Promise<number> {
  const raw = { content, type: 'application/octet-stream' };
  const headers = { 'idempotency-key': uuidV7() };
  const path = `/v1/imports?${query.toString()}`;
  const { id } = receipt.parse(await ask(door, { method: 'POST', path, raw, headers }));
  for (;;) {
    const { status, rows, refusal } = progress.parse(
      await ask(door, { method: 'GET', path: `/v1/imports/${id}` }),
    );
    const { total = 0, waiting = 0, refused = 0 } = rows;
    process.stdout.write(`${status}: ${total - waiting} of ${total} rows, ${refused} refused\n`);
    if (refusal !== null) {
      process.stdout.write(`${refusal.place ?? 'The file'}: ${refusal.detail}\n`);
      return 1;
    }
    if (status === 'done' || status === 'undone') {
      if (refused > 0) await showRefused(door, id);
      return refused > 0 ? 1 : 0;
    }
    await sleep(LOOK_EVERY_MS);
  }
}

async function showRefused(door: Door, id: string): Promise<void> {
  const path = `/v1/imports/${id}/rows?status=refused&limit=${SHOWN_MAX}`;
  const { data } = report.parse(await ask(door, { method: 'GET', path }));
  for (const { line, faults } of data) {
    for (const { column, value, code, detail } of faults) {
      const place = column === null ? '' : `, ${column} = ${JSON.stringify(value)}`;
      process.stdout.write(`line ${line}${place}: ${code}. ${detail}\n`);
    }
  }
  process.stdout.write(`GET /v1/imports/${id}/rejected gives the refused rows as a file.\n`);
}

type Asked = Omit<Parameters<HttpCaller['send']>[0], 'token'>;

async function ask({ caller, token }: Door, asked: Asked): Promise<unknown> {
  const { status, body } = await caller.send({ ...asked, token });
  const answer: unknown = JSON.parse(body === '' ? '{}' : body);
  if (status < 300) return answer;
  const { code, detail } = z.object({ code: z.string(), detail: z.string() }).parse(answer);
  throw new OperatorFault(`${code}: ${detail}`);
}

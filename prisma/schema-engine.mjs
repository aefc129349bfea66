#!/usr/bin/env node
// @ts-nocheck -- it lives on the insides of packages that declare no types for them
// Prisma's migration engine from its npm package, for machines that cannot download the native one.
// PRISMA_SCHEMA_ENGINE_BINARY names this file; the Prisma CLI then talks JSON-RPC 2.0 to it over
// stdio, one message a line, as it does to the native engine.
import fs from 'node:fs';
import readline from 'node:readline';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import Result from 'pg/lib/result.js';

// Types of PostgreSQL, by their OIDs in pg_type.dat: its internal one-byte "char", and text.
const INTERNAL_CHAR = 18;
const TEXT = 25;
const charColumns = new Map();
// SQLSTATE 57P01: an administrator ended our connection; dropping the shadow database causes it.
const ADMIN_SHUTDOWN = '57P01';
// The number the Prisma CLI expects with every error of the engine.
const ENGINE_ERROR_CODE = 4466;

const args = process.argv.slice(2);
const glueUrl = import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg');

if (args[0] === '--version') console.log(`schema-engine-cli ${engineHash()}`);
else if (!args.includes('cli')) await serve();

async function serve() {
  presentInternalCharAsText();
  forceDropOfShadowDatabase();
  const engine = await startEngine();
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const request = line.trim() ? JSON.parse(line) : {};
    if (request.method) await answer(engine, request);
  }
}

async function answer(engine, { id, method, params }) {
  try {
    const result = (await engine[method](params)) ?? null;
    if (typeof result?.stdout === 'string') {
      send({ id: `print-${id}`, method: 'print', params: { content: result.stdout } });
    }
    send({ id, result });
  } catch (error) {
    const message = String(error.message ?? error);
    const data = {
      is_panic: false,
      message,
      meta: error.meta ?? null,
      error_code: error.code ?? '',
    };
    send({ id, error: { code: ENGINE_ERROR_CODE, message, data } });
  }
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}

async function startEngine() {
  const wasm = fs.readFileSync(new URL('schema_engine_bg.wasm', glueUrl));
  const { exports } = await WebAssembly.instantiate(await WebAssembly.compile(wasm), {
    './schema_engine_bg.js': glue,
  });
  glue.__wbg_set_wasm(exports);
  exports.__wbindgen_start?.();
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(message) };

  const files = option('--datamodels')
    ?.split(',')
    .map((path) => [path, fs.readFileSync(path, 'utf8')]);
  const adapter = bindMigrationAwareSqlAdapterFactory(adapterFactory());
  return glue.SchemaEngine.new(files ? { datamodels: files } : {}, () => {}, adapter);
}

/**
 * The adapter cuts a script at every semicolon, and so through the bodies of functions, and sends the
 * pieces on any connection of its pool. Sent whole, PostgreSQL parses it itself and runs it as one
 * transaction, as it does for the native engine.
 */
function adapterFactory() {
  const factory = new PrismaPg(connection());
  for (const method of ['connect', 'connectToShadowDb']) {
    const original = factory[method].bind(factory);
    factory[method] = async () => namingCharacters(sendingWholeScripts(await original()));
  }
  return factory;
}

function sendingWholeScripts(adapter) {
  adapter.executeScript = async (script) => {
    try {
      await adapter.client.query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };
  return adapter;
}

// With a connection string the shadow database could not be addressed.
function connection() {
  const datasource = option('--datasource');
  const url = new URL((datasource && JSON.parse(datasource).url) ?? process.env.DATABASE_URL);
  return {
    host: url.hostname,
    port: Number(url.port || 5432),
    database: decodeURIComponent(url.pathname.slice(1)),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    ...tlsOf(url.searchParams.get('sslmode')),
  };
}

/** `sslmode` as libpq knows it: `require` encrypts without checking the name, `verify-*` checks it. */
function tlsOf(mode) {
  if (mode === null || mode === 'disable' || mode === 'prefer' || mode === 'allow') return {};
  return { ssl: { rejectUnauthorized: mode.startsWith('verify') } };
}

function option(name) {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args[at + 1];
}

/** The package's version ends in the hash that the CLI compares with its own. */
function engineHash() {
  const { version } = JSON.parse(fs.readFileSync(new URL('package.json', glueUrl), 'utf8'));
  return version.split('.').at(-1);
}

/**
 * Introspection reads the type "char", which the adapter does not map: it is read as text, and said to be one character.
 * Where such a column stands is remembered by the names of the columns beside it, in `charColumns`.
 */
function presentInternalCharAsText() {
  const addFields = Result.prototype.addFields;
  Result.prototype.addFields = function (fields) {
    const at = fields.flatMap((field, index) =>
      field.dataTypeID === INTERNAL_CHAR ? [index] : [],
    );
    if (at.length > 0) charColumns.set(fields.map(({ name }) => name).join(), at);
    for (const index of at) fields[index].dataTypeID = TEXT;
    return addFields.call(this, fields);
  };
}

function namingCharacters(adapter) {
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const index of charColumns.get(result.columnNames.join()) ?? [])
      result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  return adapter;
}

// The adapter drops the shadow database while its own pool still holds it.
function forceDropOfShadowDatabase() {
  const drop = 'DROP DATABASE "prisma_migrate_shadow_db';
  const force = (sql) => (sql.startsWith(drop) ? `${sql} WITH (FORCE)` : sql);
  const { query } = pg.Client.prototype; // eslint-disable-line typescript/unbound-method -- called with its client below
  pg.Client.prototype.query = function (config, ...rest) {
    if (typeof config === 'string') return query.call(this, force(config), ...rest);
    if (typeof config?.text === 'string') config.text = force(config.text);
    return query.call(this, config, ...rest);
  };
  process.on('uncaughtException', (error) => {
    if (error.code === ADMIN_SHUTDOWN) return;
    console.error(error);
    process.exit(101);
  });
}

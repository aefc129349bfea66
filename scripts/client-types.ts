import { compile } from 'json-schema-to-typescript';
import { format } from 'prettier';
import { routes } from '../api/routes.js';
import { completeDocument } from '../contract/complete-document.js';
import { openApiDocument } from '../contract/openapi.js';
import type { RouteContract } from '../contract/route.js';

type Schema = Readonly<Record<string, unknown>>;
type Parameter = Readonly<{
  in: string;
  name: string;
  required?: boolean;
  description?: string;
  schema: Schema;
}>;
type Content = Readonly<Record<string, Readonly<{ schema?: Schema }>>>;
type Operation = Readonly<{
  summary: string;
  description?: string;
  parameters?: readonly Parameter[];
  requestBody?: Readonly<{ content: Content }>;
  responses: Readonly<Record<string, Readonly<{ content?: Content }>>>;
}>;

const NOTHING: Schema = { tsType: 'undefined' };
const BYTES: Schema = { tsType: 'Uint8Array' };

/**
 * The types of the client, made from the OpenAPI document: for each call, named as `PUT /v1/sales/{saleId}`, its
 * parameters, body and answers; and a table of how each call may be repeated.
 */
export async function clientTypes(): Promise<string> {
  const contracts = routes.map(({ contract }) => contract);
  const types = await compile(schemaOfCalls(contracts), 'Calls', {
    bannerComment: '// Made from the OpenAPI document by `npm run docs`. Do not change it here.\n',
    additionalProperties: false,
    unreachableDefinitions: false,
    format: false,
    ignoreMinAndMaxItems: true,
  });
  const habits = contracts.map(
    ({ method, path, idempotency }) =>
      `  ${JSON.stringify(`${method.toUpperCase()} ${path}`)}: ${JSON.stringify(idempotency)},`,
  );
  const table = `/** Which calls take an idempotency key, and which are safe to repeat by themselves. */\nexport const IDEMPOTENCY: Readonly<Record<keyof Calls, 'read' | 'key' | 'optionalKey' | 'natural'>> = {\n${habits.join('\n')}\n};\n`;
  const style = { parser: 'typescript', singleQuote: true, printWidth: 100 } as const;
  return format(`${types}\n${table}`, style);
}

function schemaOfCalls(contracts: readonly RouteContract[]) {
  const { paths = {}, components } = completeDocument(openApiDocument(contracts, { version: '0' }));
  const calls: Record<string, Schema> = {};
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(methods as Record<string, Operation>))
      calls[`${method.toUpperCase()} ${path}`] = schemaOfCall(operation);
  }
  const root = { ...closed(calls), title: 'Calls', definitions: components?.schemas ?? {} };
  const text = JSON.stringify(root).replaceAll('#/components/schemas/', '#/definitions/');
  return JSON.parse(text, tupleAsOnce) as Schema;
}

/** A list of fixed places, as the generator of types knows it: by the word of an earlier JSON Schema. */
function tupleAsOnce(_key: string, value: unknown): unknown {
  const { prefixItems, ...others } = (value ?? {}) as Readonly<{ prefixItems?: unknown[] }>;
  return Array.isArray(prefixItems) ? { ...others, items: prefixItems } : value;
}

function schemaOfCall({ summary, parameters = [], requestBody, responses }: Operation): Schema {
  const parts: Record<string, Schema> = {};
  const params = parameters.filter((parameter) => parameter.in === 'path');
  const query = parameters.filter((parameter) => parameter.in === 'query');
  if (params.length > 0) parts['params'] = ofParameters(params);
  if (query.length > 0) parts['query'] = ofParameters(query);
  if (requestBody !== undefined) parts['body'] = ofContent(requestBody.content);
  const answers = Object.entries(responses)
    .filter(([status]) => status.startsWith('2'))
    .map(([status, { content }]) => [status, ofContent(content)] as const);
  parts['answers'] = closed(Object.fromEntries(answers));
  const optional = query.some(({ required }) => required === true) ? [] : ['query'];
  return { ...closed(parts, optional), description: summary };
}

function ofParameters(parameters: readonly Parameter[]): Schema {
  const named = parameters.map(({ name, schema, description }) => [
    name,
    { description, ...schema },
  ]);
  const optional = parameters.filter(({ required }) => required !== true).map(({ name }) => name);
  return closed(Object.fromEntries(named) as Record<string, Schema>, optional);
}

/** JSON by its schema; anything else as bytes. */
function ofContent(content: Content | undefined): Schema {
  if (content === undefined) return NOTHING;
  return content['application/json']?.schema ?? BYTES;
}

function closed(properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []) {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', additionalProperties: false, properties, required };
}

import { sample } from 'openapi-sampler';
import { FIELD_WORDS } from './field-words.js';

type Json = Readonly<Record<string, unknown>>;
type Document = Readonly<{ paths?: object; components?: Readonly<{ schemas?: object }> }>;

/**
 * Completes the document for readers: fields without words of their own get those of `FIELD_WORDS`, and each answer and
 * message in JSON shows an example that is made from its schema.
 */
export function completeDocument<Whole extends Document>(document: Whole): Whole {
  const described = describe(document) as Whole;
  return withExamples(described, described) as Whole;
}

function describe(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(describe);
  if (!isObject(part)) return part;
  const entries = Object.entries(part).map(([key, value]) => [key, describe(value)] as const);
  const whole = Object.fromEntries(entries);
  return isObject(whole['properties']) && isSchema(whole)
    ? { ...whole, properties: describeAll(whole['properties']) }
    : whole;
}

/** A field that is called `properties` is no list of fields. */
function isSchema(part: Json): boolean {
  const { type } = part;
  return type === undefined || [type].flat().includes('object');
}

function describeAll(properties: Json): Json {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [
      name,
      isObject(schema) ? describeField(name, schema, properties) : schema,
    ]),
  );
}

function describeField(name: string, schema: Json, siblings: Json): Json {
  const words = name === 'id' && 'en' in siblings ? IN_INDONESIAN : FIELD_WORDS[name];
  if (words === undefined) return schema;
  const { says, example } = words;
  const takesExample = schema['type'] === 'string' && OWN_EXAMPLE.every((key) => !(key in schema));
  return {
    ...(schema['description'] === undefined ? { description: says } : {}),
    ...(takesExample && example !== undefined ? { example } : {}),
    ...schema,
  };
}

const IN_INDONESIAN = { says: 'In Indonesian.', example: 'Lunas' };
/** A text that says itself what may stand in it. */
const OWN_EXAMPLE = ['example', 'enum', 'const', 'format'];

function withExamples(part: unknown, document: object): unknown {
  if (Array.isArray(part)) return part.map((entry) => withExamples(entry, document));
  if (!isObject(part)) return part;
  const responses = part['responses'];
  const entries = Object.entries(part).map(([key, value]) => [key, withExamples(value, document)]);
  const whole = Object.fromEntries(entries) as Json;
  if (!isObject(responses)) return whole;
  const { requestBody } = whole;
  return {
    ...whole,
    ...(isObject(requestBody) ? { requestBody: withExample(requestBody, document) } : {}),
    responses: answersWithExamples(responses, document),
  };
}

function answersWithExamples(responses: Json, document: object): Json {
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [
      status,
      status.startsWith('2') && isObject(response) ? withExample(response, document) : response,
    ]),
  );
}

function withExample(response: Json, document: object): Json {
  const content = response['content'];
  const json = isObject(content) ? content['application/json'] : undefined;
  if (!isObject(content) || !isObject(json) || !isObject(json['schema'])) return response;
  if ('example' in json) return response;
  const example: unknown = sample(json['schema'], {}, document);
  return { ...response, content: { ...content, 'application/json': { ...json, example } } };
}

function isObject(part: unknown): part is Json {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}

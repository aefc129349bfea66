import { validate } from '@readme/openapi-parser';
import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { z } from 'zod';
import { agencyMessages } from '../../contract/collection/agency-messages.js';
import { completeDocument } from '../../contract/complete-document.js';
import { openApiDocument } from '../../contract/openapi.js';
import { isErrorCode } from '../../contract/errors.js';
import { ROUTES } from '../support/api-routes.js';

const document = completeDocument(
  openApiDocument(
    ROUTES.map(({ contract }) => contract),
    { version: '1.0.0' },
  ),
);

type Examples = Readonly<Record<string, Readonly<{ example?: unknown }>>>;

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(document, 'openapi');

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const copy = structuredClone(document) as Parameters<typeof validate>[0];
    expect(await validate(copy)).toMatchObject({ valid: true });
  });

  it('has every operation once, under an id of its own', () => {
    const operations = Object.values(document.paths ?? {}).flatMap((path) => Object.values(path));
    const ids = operations.map((operation) => (operation as { operationId: string }).operationId);
    expect(ids).toHaveLength(ROUTES.length);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('describes the messages that an agency gets, each with an example that fits', () => {
    const { webhooks = {} } = document as { webhooks?: Record<string, object> };
    expect(Object.keys(webhooks)).toEqual(agencyMessages.map(({ type }) => type));
    for (const { type, body } of agencyMessages) {
      const { post } = webhooks[type] as { post: { requestBody: { content: Examples } } };
      const { example } = post.requestBody.content['application/json'] ?? {};
      expect(body.safeParse(example).error).toBeUndefined();
    }
  });

  it('says of every field what it means', () => {
    const silent: string[] = [];
    const look = (part: unknown, at: string): void => {
      if (typeof part !== 'object' || part === null) return;
      for (const [key, value] of Object.entries(part)) look(value, `${at}.${key}`);
      const { properties, type } = part as { properties?: object; type?: unknown };
      if (properties === undefined || ![type].flat().includes('object')) return;
      for (const [name, field] of Object.entries(properties)) {
        const text = JSON.stringify(field);
        if (!/"(description|\$ref|const)":/.test(text)) silent.push(`${at}.${name}`);
      }
    };
    look(document.components?.schemas, 'schemas');
    look(document.paths, 'paths');
    expect(silent).toEqual([]);
  });

  it.each(ROUTES)('says of $name who may call it', ({ contract: { method, path } }) => {
    const operation = document.paths?.[path]?.[method] as Record<string, unknown>;
    expect(operation['x-lunas-access']).toMatch(/^(public|anyone|roles)$/);
    expect(Array.isArray(operation['x-lunas-roles'])).toBe(operation['x-lunas-access'] === 'roles');
  });
});

describe.each(ROUTES)('$name', ({ contract }) => {
  const { body, example, errors, responses } = contract;

  it('shows an example that it would accept', () => {
    expect(body === undefined ? undefined : body.safeParse(example).error).toBeUndefined();
  });

  it('shows an example that fits its own document', () => {
    if (body === undefined) return;
    const step = contract.path.replaceAll('~', '~0').replaceAll('/', '~1');
    const $ref = `openapi#/paths/${encodeURIComponent(step)}/${contract.method}/requestBody/content/application~1json/schema`;
    const fits = ajv.compile({ $ref });
    fits(example);
    expect(fits.errors ?? []).toEqual([]);
  });

  it('shows an example of each answer that fits its own document', () => {
    const step = contract.path.replaceAll('~', '~0').replaceAll('/', '~1');
    const operation = document.paths?.[contract.path]?.[contract.method] as
      { responses: Record<string, { content?: Examples }> } | undefined;
    for (const [status, { content }] of Object.entries(operation?.responses ?? {})) {
      if (!status.startsWith('2') || content?.['application/json'] === undefined) continue;
      const $ref = `openapi#/paths/${encodeURIComponent(step)}/${contract.method}/responses/${status}/content/application~1json/schema`;
      const fits = ajv.compile({ $ref });
      fits(content['application/json'].example);
      expect(fits.errors ?? []).toEqual([]);
    }
  });

  it('answers only with codes of the error table', () => {
    expect(errors.filter((code) => !isErrorCode(code))).toEqual([]);
  });

  it('refuses unknown fields and loses no null on the way to the document', () => {
    const answers = Object.values(responses).flatMap((response) => {
      if (response === 'empty') return [];
      return 'content' in response ? Object.values(response.content) : [response];
    });
    const schemas = [contract.params, contract.query, body, ...answers].filter(isSchema);
    expect(schemas.flatMap((schema) => weaknessesOf(schema, ''))).toEqual([]);
  });
});

function isSchema(value: unknown): value is z.ZodType {
  return value instanceof z.ZodType;
}

/** Objects that would take any field, and nullable references, which the generator writes without null. */
function weaknessesOf(schema: z.core.$ZodType, at: string): string[] {
  const { def } = schema._zod as { def: z.core.$ZodTypes['_zod']['def'] };
  switch (def.type) {
    case 'object':
      return weaknessesOfObject(def, at);
    case 'nullable': {
      const named = z.globalRegistry.get(def.innerType)?.id !== undefined;
      return [...(named ? [`${at} loses its null`] : []), ...weaknessesOf(def.innerType, at)];
    }
    case 'optional':
    case 'default':
      return weaknessesOf(def.innerType, at);
    case 'array':
      return weaknessesOf(def.element, `${at}[]`);
    case 'union':
      return def.options.flatMap((option) => weaknessesOf(option, at));
    default:
      return [];
  }
}

function weaknessesOfObject({ shape, catchall }: z.core.$ZodObjectDef, at: string): string[] {
  // This very document is written by others' rules.
  const isOpen = catchall?._zod.def.type !== 'never' && !('openapi' in shape);
  return [
    ...(isOpen ? [`${at} takes any field`] : []),
    ...Object.entries(shape).flatMap(([name, field]) => weaknessesOf(field, `${at}.${name}`)),
  ];
}

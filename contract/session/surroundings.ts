import { z } from 'zod';
import { code, currency, id, instant, language, orNull } from '../primitives.js';
import { PERSON_ROLES } from '../roles.js';
import { defineRoute } from '../route.js';

const samplePerson = z
  .strictObject({ role: z.enum(PERSON_ROLES), email: z.email(), password: z.string() })
  .meta({ id: 'SamplePerson' });

export const readFrontDoorRoute = defineRoute({
  method: 'get',
  path: '/v1/front-door',
  summary: 'What the sign-in page shows before anybody has signed in',
  tag: 'Session',
  access: { kind: 'public' },
  responses: {
    200: z
      .strictObject({
        version: z.string().meta({
          description: 'Of the product.',
        }),
        environment: z.enum(['development', 'production']).meta({
          description: 'Only in development are there people to sign in as with one click.',
        }),
        providers: z
          .array(
            z.strictObject({
              id,
              name: z.string().meta({ description: 'What the company calls it.' }),
              required: z.boolean().meta({
                description: 'Passwords let in administrators and people of agencies alone.',
              }),
            }),
          )
          .meta({ description: 'Identity providers that people sign in by.' }),
        samplePeople: z.array(samplePerson).meta({
          description:
            'People of the sample company, to sign in with one click; always empty in production.',
        }),
      })
      .meta({ id: 'FrontDoor' }),
  },
  errors: [],
  idempotency: 'read',
});

export const readSurroundingsRoute = defineRoute({
  method: 'get',
  path: '/v1/session/surroundings',
  summary: 'Where the person who has signed in is: company, store, language, business time',
  tag: 'Session',
  access: { kind: 'anyone' },
  responses: {
    200: z
      .strictObject({
        language: language.meta({ description: 'In which the person reads pages.' }),
        store: orNull(z.strictObject({ code, name: z.string() })).meta({
          description: 'The one store that the person sees; null for all.',
        }),
        stores: z
          .array(z.strictObject({ code, name: z.string() }))
          .meta({ description: 'The stores whose sales the person sees, to filter by.' }),
        agency: orNull(z.strictObject({ code, name: z.string() })).meta({
          description: 'The collection agency that the person works for; null for our own people.',
        }),
        company: z.strictObject({
          name: orNull(z.string()).meta({ description: 'Null in empty books.' }),
          logoId: orNull(id).meta({ description: 'Of `GET /v1/logos/{logoId}`; null: none.' }),
          timeZone: z.string().meta({ description: 'IANA name.', example: 'Asia/Jakarta' }),
          language: language.meta({
            description: 'Of paper and numbers: all screens write amounts as it does.',
          }),
          currency: orNull(currency).meta({
            description: 'Of the first legal entity; null before there is one.',
          }),
        }),
        businessTime: z.strictObject({
          now: instant.meta({ description: 'Business time at this moment.' }),
          speed: z.number().meta({
            description: 'Business seconds in one real second: 1 in production.',
          }),
        }),
      })
      .meta({ id: 'Surroundings' }),
  },
  errors: ['NOT_FOUND'],
  idempotency: 'read',
});

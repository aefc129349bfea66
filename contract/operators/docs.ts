import { z } from 'zod';
import { defineRoute } from '../route.js';

export const DOCS_ASSETS = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
  'start.js': 'text/javascript; charset=utf-8',
} as const;

export type DocsAsset = keyof typeof DOCS_ASSETS;

export const docsRoute = defineRoute({
  method: 'get',
  path: '/docs',
  summary: 'This description, to read and to try out',
  tag: 'Operators',
  access: { kind: 'public' },
  responses: { 200: { description: 'A page.', content: { 'text/html': 'text' } } },
  errors: [],
  idempotency: 'read',
});

export const docsAssetRoute = defineRoute({
  method: 'get',
  path: '/docs/{asset}',
  summary: 'A part of the page',
  tag: 'Operators',
  access: { kind: 'public' },
  params: z.strictObject({ asset: z.string().max(64) }),
  responses: {
    200: {
      description: 'A file.',
      content: { 'text/css': 'text', 'text/javascript': 'text', 'image/png': 'binary' },
    },
  },
  errors: ['NOT_FOUND'],
  idempotency: 'read',
});

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  DOCS_ASSETS,
  docsAssetRoute,
  docsRoute,
  type DocsAsset,
} from '../../../contract/operators/docs.js';
import { notFound } from '../../../domain/refusal.js';
import { route } from '../../route.js';

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Lunas API</title>
    <link rel="icon" href="/docs/favicon-32x32.png" />
    <link rel="stylesheet" href="/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="docs"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;

const START = `SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  validatorUrl: null,
  persistAuthorization: false,
});
`;

const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

export const docs = route(docsRoute).answers(async () => ({
  status: 200,
  content: PAGE,
  contentType: 'text/html; charset=utf-8',
}));

export const docsAsset = route(docsAssetRoute).answers(async ({ params }) => {
  const { asset } = params;
  if (!isAsset(asset)) throw notFound();
  return {
    status: 200,
    content: asset === 'start.js' ? START : await readFile(join(folder, asset)),
    contentType: DOCS_ASSETS[asset],
  };
});

function isAsset(name: string): name is DocsAsset {
  return Object.hasOwn(DOCS_ASSETS, name);
}

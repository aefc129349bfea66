import { routes } from '../../api/routes.js';
import { openApiDocument, type OpenApiDocument } from '../../contract/openapi.js';
import { onceARun } from './once-a-run.js';

/** The OpenAPI document of the routes: made once a test run, since every file that talks to the API needs it. */
export function openApiOfRun(): Promise<OpenApiDocument> {
  const contracts = routes.map(({ contract }) => contract);
  return onceARun('openapi', async () => openApiDocument(contracts, { version: '0.0.0-test' }));
}

import { completeDocument } from '../../../contract/complete-document.js';
import { openApiDocument, type OpenApiDocument } from '../../../contract/openapi.js';
import { openApiRoute } from '../../../contract/operators/openapi-document.js';
import type { RouteContract } from '../../../contract/route.js';
import { route, type Route } from '../../route.js';

/** Describes the given routes and itself; the document is made at the first request. */
export function openApiOf(described: readonly Route[]): Route {
  let document: OpenApiDocument | undefined;
  const contracts: RouteContract[] = [...described.map(({ contract }) => contract), openApiRoute];
  return route(openApiRoute).answers(async (_call, { version }) => {
    document ??= completeDocument(openApiDocument(contracts, { version }));
    return { status: 200, body: { ...document } };
  });
}

import type { Express, NextFunction, Request, Response } from 'express';
import { assert } from '../domain/assert.js';
import { Refusal } from '../domain/refusal.js';
import type { Pipeline } from './pipeline.js';
import type { Route } from './route.js';

/** Mounts the routes at their addresses; other methods at an address are answered with 405. */
export function mountRoutes(app: Express, routes: readonly Route[], pipeline: Pipeline): void {
  const addresses = new Map<string, Map<string, Route>>();
  for (const route of routes) {
    const { method, path } = route.contract;
    const methods = addresses.get(path) ?? new Map<string, Route>();
    assert(!methods.has(method), `${method} ${path} is there twice`);
    addresses.set(path, methods.set(method, route));
  }
  for (const [path, methods] of addresses) {
    app.all(path.replaceAll(/\{(\w+)\}/g, ':$1'), dispatch(methods, pipeline));
  }
}

function dispatch(methods: ReadonlyMap<string, Route>, pipeline: Pipeline) {
  const allow = [...methods.keys()].map((method) => method.toUpperCase()).join(', ');
  return async (request: Request, response: Response, _next: NextFunction): Promise<void> => {
    const method = request.method.toLowerCase();
    const route = methods.get(method === 'head' ? 'get' : method);
    if (route !== undefined) return pipeline(route, request, response);
    response.setHeader('Allow', allow);
    throw new Refusal({
      code: 'METHOD_NOT_ALLOWED',
      detail: `This address takes ${allow}.`,
    });
  };
}

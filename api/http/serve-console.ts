import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router, type Request, type RequestHandler, type Response } from 'express';

const NONCE = '__CSP_NONCE__';
const NONCE_BYTES = 16;
const BUILD = '__CONSOLE_BUILD__';
const BUILD_LENGTH = 16;
/** On every answer: the build of the console that this server has. A page of another build asks to be loaded again. */
const CONSOLE_BUILD_HEADER = 'Console-Build';
/** Addresses that are no pages: what is unknown there is a problem of the API. */
const NO_PAGE = /^\/(?:v1|docs|metrics|healthz|readyz|openapi\.json|assets)(?:\/|$)/;

/** A folder with a build of the console, read once. */
export type ConsoleBuild = Readonly<{ folder: string; page: string; id: string }>;

/** Without a build nothing is served. */
export function readConsole(folder: string | undefined): ConsoleBuild | undefined {
  if (folder === undefined) return undefined;
  const indexFile = join(folder, 'index.html');
  if (!existsSync(indexFile)) return undefined;
  // The page names its scripts, whose names carry their contents.
  const page = readFileSync(indexFile, 'utf8');
  const id = createHash('sha256').update(page).digest('base64url').slice(0, BUILD_LENGTH);
  return { folder, page: page.replace(BUILD, id), id };
}

export function tellConsoleBuild({ id }: ConsoleBuild): RequestHandler {
  return (_request, response, next) => {
    response.setHeader(CONSOLE_BUILD_HEADER, id);
    next();
  };
}

/**
 * The pages of the console: files whose names carry their contents are kept for good, every other address that a
 * browser opens gets the one page, which knows its routes itself. Styles that the page makes carry a nonce that no
 * other answer has.
 */
export function serveConsole({ folder, page }: ConsoleBuild): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const files = { immutable: true, maxAge: '365d', index: false, fallthrough: true } as const;
  router.use('/assets', express.static(join(folder, 'assets'), files));
  router.use((request, response, next) => {
    if (opensPage(request)) sendPage(response, page);
    else next();
  });
  return router;
}

function opensPage(request: Request): boolean {
  const reads = request.method === 'GET' || request.method === 'HEAD';
  return reads && !NO_PAGE.test(request.path) && request.accepts(['json', 'html']) === 'html';
}

function sendPage(response: Response, page: string): void {
  const nonce = randomBytes(NONCE_BYTES).toString('base64');
  const policy = String(response.getHeader('Content-Security-Policy'));
  response.setHeader(
    'Content-Security-Policy',
    policy.replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`),
  );
  response.setHeader('Cache-Control', 'no-store');
  response.type('html').send(page.replaceAll(NONCE, nonce));
}

import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request } from 'express';
import type { ContentAnswer } from '../route.js';

const compress = promisify(gzip);

/**
 * Whether the caller has the answer of this tag already (RFC 9110 13.1.2). `request.fresh` is not asked: `fetch` sends
 * `Cache-Control: no-cache` with every If-None-Match of its caller, which would always be answered in full.
 */
export function holdsAlready({ headers }: Request, etag: string): boolean {
  const held = (headers['if-none-match'] ?? '').split(',').map((tag) => opaque(tag.trim()));
  return held.includes(opaque(etag));
}

function opaque(tag: string): string {
  return tag.replace(/^W\//, '');
}

/** What lets a caller keep the answer, and ask whether it still holds. */
export function askAgainWith(etag: string) {
  return { ETag: etag, 'Cache-Control': 'private, no-cache', Vary: 'Accept-Encoding' };
}

/** An answer in JSON, compressed on a thread of its own for callers that accept it. */
export async function cachedJson(
  request: Request,
  { body, etag }: Readonly<{ body: unknown; etag: string }>,
): Promise<ContentAnswer<200>> {
  const content = Buffer.from(JSON.stringify(body));
  const answer = { status: 200, contentType: 'application/json; charset=utf-8' } as const;
  const headers = askAgainWith(etag);
  if (request.acceptsEncodings('gzip') === false) return { ...answer, content, headers };
  const packed = await compress(content);
  return { ...answer, content: packed, headers: { ...headers, 'Content-Encoding': 'gzip' } };
}

import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { checkOutsideAddress, pinnedTo, type AddressRules } from './outside-address.js';

/** A slower server counts as down. */
export const OUTSIDE_ANSWERS_WITHIN_MS = 5_000;
/** Keys, tokens and descriptions of servers are some KB. */
const ANSWER_BYTES_MAX = 512 * 1024;

export type OutsideRequest = Readonly<{
  method?: string | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
  body?: string | undefined;
}>;

/**
 * Calls an address that somebody else has named, once it was judged (`checkOutsideAddress`), at the very address that
 * was judged. Redirects are answers like others: their targets were not judged.
 *
 * @throws AddressRefused when it must not be called; Error when no answer comes in time, or one that is too long
 */
export async function fetchOutside(
  url: string,
  { method = 'GET', headers = {}, body }: OutsideRequest,
  rules: AddressRules,
): Promise<Response> {
  const to = await checkOutsideAddress(url, rules);
  const send = to.url.protocol === 'https:' ? httpsRequest : httpRequest;
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = send(
      to.url,
      {
        method,
        headers: { ...headers, ...length },
        agent: false,
        lookup: pinnedTo(to),
        signal: AbortSignal.timeout(OUTSIDE_ANSWERS_WITHIN_MS),
      },
      resolve,
    );
    request.once('error', reject);
    request.end(body);
  });
  return responseOf(answer, await contentOf(answer));
}

async function contentOf(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer) {
    bytes += (chunk as Buffer).length;
    if (bytes > ANSWER_BYTES_MAX) {
      answer.destroy();
      throw new Error(`the answer has more than ${ANSWER_BYTES_MAX} bytes`);
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

function responseOf({ statusCode = 0, headers }: IncomingMessage, content: Buffer): Response {
  const named = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  const body = WITHOUT_BODY.has(statusCode) ? null : new Uint8Array(content);
  return new Response(body, { status: statusCode, headers: Object.fromEntries(named) });
}

import type { IncomingMessage } from 'node:http';
import { Refusal } from '../../domain/refusal.js';

/** The body was refused while it was read; `head` is the part received, for the quarantine. */
export class BodyRefused extends Refusal {
  readonly head: Buffer;

  constructor(refusal: ConstructorParameters<typeof Refusal>[0], head: Buffer) {
    super(refusal);
    this.head = head;
  }
}

/**
 * Reads the body up to `maxBytes`. The rest of a larger body is discarded, so that the caller still gets the answer.
 * Compressed bodies are refused: a kilobyte may unpack to gigabytes.
 *
 * @throws Refusal `PAYLOAD_TOO_LARGE`, `UNSUPPORTED_MEDIA_TYPE` when it is compressed (both `BodyRefused`),
 * `JSON_MALFORMED` when it broke off.
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const content = await readBytes(request, maxBytes);
  const encoding = request.headers['content-encoding'] ?? '';
  if (encoding === '' || encoding.toLowerCase() === 'identity') return content;
  const detail = 'Bodies are read uncompressed only.';
  throw new BodyRefused(
    { code: 'UNSUPPORTED_MEDIA_TYPE', param: 'Content-Encoding', detail },
    content,
  );
}

function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) {
        chunks.push(chunk);
        return;
      }
      request.off('data', onData);
      request.resume();
      reject(tooLarge(Buffer.concat(chunks), maxBytes));
    };
    request.on('data', onData);
    // A caller that hung up is not a fault of ours.
    request.once('error', () => reject(brokenOff()));
    // Emitted after every end, complete or broken off.
    request.once('close', () => {
      if (!request.complete) reject(brokenOff());
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
  });
}

function tooLarge(head: Buffer, maxBytes: number): BodyRefused {
  const detail = `A body here has at most ${maxBytes} bytes.`;
  return new BodyRefused({ code: 'PAYLOAD_TOO_LARGE', detail }, head);
}

function brokenOff(): Refusal {
  return new Refusal({
    code: 'JSON_MALFORMED',
    detail: 'The body broke off before its end.',
  });
}

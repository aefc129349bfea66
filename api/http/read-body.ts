import type { IncomingMessage } from 'node:http';
import { Refusal } from '../../domain/refusal.js';

/** Refused because of its size; `head` is what was read of it until then. */
export class BodyTooLarge extends Refusal {
  readonly head: Buffer;

  constructor(head: Buffer, maxBytes: number) {
    super({ code: 'PAYLOAD_TOO_LARGE', detail: `A body here has at most ${maxBytes} bytes.` });
    this.head = head;
  }
}

/**
 * Reads the body up to `maxBytes`. The rest of a larger one is drained and thrown away, so that the caller
 * still gets the answer. Compressed bodies are not read: a bomb of a kilobyte unpacks to gigabytes.
 *
 * @throws Refusal `PAYLOAD_TOO_LARGE` (`BodyTooLarge`), `UNSUPPORTED_MEDIA_TYPE` when it is compressed.
 */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    throw new Refusal({
      code: 'UNSUPPORTED_MEDIA_TYPE',
      param: 'Content-Encoding',
      detail: 'Bodies are read uncompressed only.',
    });
  }
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
      reject(new BodyTooLarge(Buffer.concat(chunks), maxBytes));
    };
    request.on('data', onData);
    request.once('error', reject);
    // Comes after every end, whole or broken off.
    request.once('close', () => {
      if (!request.complete) reject(brokenOff());
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
  });
}

function brokenOff(): Refusal {
  return new Refusal({
    code: 'JSON_MALFORMED',
    detail: 'The body broke off before its end.',
  });
}

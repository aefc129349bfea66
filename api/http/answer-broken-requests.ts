import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { PROBLEM_MEDIA_TYPE } from '../../contract/problem.js';
import { Refusal } from '../../domain/refusal.js';
import { problemOf } from './answered-problem.js';
import { REQUEST_ID_HEADER } from './request-id.js';

/**
 * Requests that Node's parser cannot read never reach the application; they are answered here, as problem documents
 * too. An unknown `Expect` header is ignored, as RFC 9110 allows: Node would answer a bare 417.
 */
export function answerBrokenRequests(server: Server): void {
  server.on('checkExpectation', (request, response) => {
    server.emit('request', request, response);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return;
    const requestId = randomUUID();
    const { status, body } = problemOf(refusalOf(error.code), requestId);
    const content = JSON.stringify(body);
    socket.end(
      [
        `HTTP/1.1 ${status} ${body.title}`,
        `Content-Type: ${PROBLEM_MEDIA_TYPE}`,
        `Content-Length: ${Buffer.byteLength(content)}`,
        `${REQUEST_ID_HEADER}: ${requestId}`,
        'Connection: close',
        '',
        content,
      ].join('\r\n'),
    );
  });
}

function refusalOf(code: string | undefined): Refusal {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return new Refusal({ code: 'HEADERS_TOO_LARGE', detail: 'Send fewer or shorter headers.' });
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new Refusal({ code: 'REQUEST_TIMEOUT', detail: 'Send the same request again.' });
    default:
      return new Refusal({
        code: 'HTTP_MALFORMED',
        detail: 'The request cannot be read as HTTP/1.1.',
      });
  }
}

import type { Response } from 'express';
import type { AnyAnswer } from '../route.js';

/** Writes an answer. Answers hold money and personal data, so caches must not store them. */
export function send(response: Response, answer: AnyAnswer): void {
  if ('kind' in answer) return;
  response.status(answer.status);
  response.setHeader('Cache-Control', 'no-store');
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  if ('content' in answer) {
    response.setHeader('Content-Type', answer.contentType);
    response.end(answer.content);
    return;
  }
  if (answer.body === undefined || answer.body === null) {
    response.end();
    return;
  }
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(answer.body));
}

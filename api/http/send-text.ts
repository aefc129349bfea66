import type { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

type SentText = Readonly<{ contentType: string; fileName: string; text: AsyncIterable<string> }>;

/** Sends a text as it is made, as fast as the caller takes it; what is longer than memory passes as well. */
export async function sendText(
  response: Response,
  { contentType, fileName, text }: SentText,
): Promise<void> {
  response.status(200);
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Type', `${contentType}; charset=utf-8`);
  response.setHeader('Content-Disposition', `attachment; filename="${fileName}"`);
  await pipeline(Readable.from(text), response);
}

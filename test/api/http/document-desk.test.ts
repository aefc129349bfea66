import type { Response } from 'express';
import { createDocumentDesk } from '../../../api/http/document-desk.js';
import { DrawingBusy } from '../../../devices/document-pdf/pdf-desk.js';

const pdf = Buffer.from('%PDF-');

describe('documents of one caller', () => {
  it('are drawn so many at once, and nobody waits for those of another', async () => {
    const desk = createDocumentDesk({ documentsAtOnce: 1, documentsPerSecond: 10 });
    const never = () => new Promise<Buffer>(() => {});
    void desk(asked('much'), never);
    const refused = asked('much');
    await expect(desk(refused, async () => pdf)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    expect(refused.headers).toEqual({ 'Retry-After': '1' });
    await expect(desk(asked('other'), async () => pdf)).resolves.toBe(pdf);
  });

  it('are drawn so many in a second, and again in the next', async () => {
    const desk = createDocumentDesk({ documentsAtOnce: 5, documentsPerSecond: 2 });
    const draw = () => desk(asked('much'), async () => pdf);
    await draw();
    await draw();
    await expect(draw()).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    await expect(draw()).resolves.toBe(pdf);
  });

  it('are refused for a moment when those of all are too many', async () => {
    const desk = createDocumentDesk({ documentsAtOnce: 5, documentsPerSecond: 5 });
    const busy = async (): Promise<Buffer> => {
      throw new DrawingBusy('many');
    };
    await expect(desk(asked('one'), busy)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});

function asked(caller: string) {
  const headers: Record<string, string> = {};
  const response = {
    setHeader: (name: string, value: string) => {
      headers[name] = value;
    },
  } as unknown as Response;
  return { principal: { actor: { id: caller } }, response, headers };
}

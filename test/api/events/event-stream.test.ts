import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listenToEvents } from '../../support/event-stream.js';
import { until } from '../../support/until.js';

const FRAME = 'id: 7\nevent: lifecycle\ndata: {"saleId":"a","kind":"captured"}\n\n';

let server: Server;
let url: string;
let answers: ServerResponse[] = [];

beforeAll(async () => {
  server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
    answers.push(response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
});

describe('the helper that listens to events', () => {
  it('tells no frame of which only a part has arrived', async () => {
    const stream = await listenToEvents({ url }, { as: 'anybody' });
    const [answer] = answers;
    for (const part of [FRAME.slice(0, 20), FRAME.slice(20, 60)]) {
      answer?.write(part);
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
      expect(stream.frames()).toEqual([]);
    }
    answer?.write(FRAME.slice(60));
    await until(async () => (stream.frames().length === 1 ? true : undefined));
    await stream.close();
  });

  it('opens a stream, and its test ends without closing it, as one that fails', async () => {
    answers = [];
    await listenToEvents({ url }, { as: 'anybody' });
    expect(answers).toHaveLength(1);
  });

  it('leaves no stream of that test to the next one', async () => {
    const [left] = answers;
    await until(async () => (left?.destroyed === true || left?.closed === true ? true : undefined));
    expect(answers).toHaveLength(1);
  });
});

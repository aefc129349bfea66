import request from 'supertest';
import { printJob } from '../../../devices/printer/print-job.js';
import { simulatorApp } from '../../../simulators/printer/simulator-app.js';
import {
  simulatedPrinters,
  startSimulators,
} from '../../../simulators/printer/start-simulators.js';
import { OperatorFault } from '../../../platform/fault.js';
import { makeTempFolder } from '../../support/temp-folder.js';
import { aPrinter, aPrintJob, closePrinters } from '../../devices/a-printer.js';

afterEach(closePrinters);

describe('the page of the printers', () => {
  it('shows every printer, how it behaves and what its sensors say', async () => {
    const printer = await aPrinter({ name: 'JKT1', behaviour: { kind: 'near-end' } });
    const { body } = await request(simulatorApp([printer]))
      .get('/api/printers')
      .expect(200);
    expect(body.data).toEqual([
      {
        name: 'JKT1',
        address: `127.0.0.1:${printer.port}`,
        columns: 48,
        behaviour: { kind: 'near-end' },
        condition: { isPaperNearEnd: true },
        revision: 0,
        lastJob: 0,
      },
    ]);
  });

  it('gives the paper as lines and facts, from any job on', async () => {
    const printer = await aPrinter({ name: 'JKT1' });
    const app = simulatorApp([printer]);
    await printJob(aPrintJob(printer, { processId: 'AAAA' }));
    await printJob(aPrintJob(printer, { processId: 'BBBB' }));

    const all = await request(app).get('/api/printers/JKT1/paper').expect(200);
    expect(all.body.data).toHaveLength(2);
    expect(all.body.nextSince).toBe(2);
    const later = await request(app).get('/api/printers/JKT1/paper?since=1').expect(200);
    expect(later.body.data).toMatchObject([
      {
        n: 2,
        cuts: 1,
        pulses: [],
        processIds: ['BBBB'],
        qrPayloads: ['urn:uuid:01937f5e-8a10-7c3e-9d42-5b6a7c8d9e0f'],
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    expect(later.body.data[0].lines).toContain('  2 sak x 75.000 (B)                     150.000');
  });

  it('gives the paper as a picture', async () => {
    const printer = await aPrinter({ name: 'JKT1', columns: 32 });
    await printJob(aPrintJob(printer));
    const { body } = await request(simulatorApp([printer]))
      .get('/api/printers/JKT1/paper/1.png')
      .expect('content-type', /png/);
    expect((body as Buffer).subarray(1, 4).toString()).toBe('PNG');
  });

  it('changes how a printer behaves', async () => {
    const printer = await aPrinter({ name: 'JKT1' });
    const { body } = await request(simulatorApp([printer]))
      .put('/api/printers/JKT1/behaviour')
      .send({ kind: 'trouble', trouble: 'paper-out' })
      .expect(200);
    expect(body).toMatchObject({ condition: { trouble: 'paper-out' } });
    expect(printer.behaviour()).toEqual({ kind: 'trouble', trouble: 'paper-out', afterLines: 0 });
  });

  it.each([
    [404, 'NOT_FOUND', get('/api/printers/NONE/paper')],
    [404, 'NOT_FOUND', get('/api/printers/JKT1/paper/1.png')],
    [404, 'NOT_FOUND', get('/api/nothing')],
    [404, 'NOT_FOUND', put('/api/printers/NONE/behaviour', { kind: 'ready' })],
    [400, 'SINCE_MALFORMED', get('/api/printers/JKT1/paper?since=-1')],
    [400, 'PAYLOAD_MALFORMED', get('/api/qr.svg?payload=%0A')],
    [400, 'BEHAVIOUR_UNKNOWN', put('/api/printers/JKT1/behaviour', { kind: 'angry' })],
    [400, 'BEHAVIOUR_UNKNOWN', put('/api/printers/JKT1/behaviour', { kind: 'ready', extra: 1 })],
    [400, 'BODY_MALFORMED', put('/api/printers/JKT1/behaviour', '{"kind"')],
    [413, 'BODY_MALFORMED', put('/api/printers/JKT1/behaviour', { kind: 'x'.repeat(20_000) })],
  ] as const)(
    'refuses with %i %s what it cannot do: %j',
    async (status, code, { method, path, body }) => {
      const printer = await aPrinter({ name: 'JKT1' });
      const asked = request(simulatorApp([printer]))[method](path);
      const { body: problem } = await asked
        .set('content-type', 'application/json')
        .send(body)
        .expect(status)
        .expect('content-type', /problem\+json/);
      expect(problem).toMatchObject({ status, code });
      expect(printer.behaviour()).toEqual({ kind: 'ready' });
    },
  );

  it('draws a QR code for the screen and serves its own page, script and letters only', async () => {
    const app = simulatorApp([await aPrinter({ name: 'JKT1' })]);
    const svg = await request(app).get('/api/qr.svg?payload=LUNAS').expect('content-type', /svg/);
    expect(svg.body.toString()).toContain('viewBox="0 0 21 21"');
    const page = await request(app).get('/').expect(200);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.text).not.toMatch(/https?:/);
    for (const path of ['/page.js', '/page.css', '/fonts/mono.ttf'])
      await request(app).get(path).expect(200);
  });
});

describe('starting the printers', () => {
  it('takes the list it is given, else one for each port, else three shops', () => {
    expect(simulatedPrinters('[{"name":"BDG1","port":9107,"columns":32}]', [1])).toEqual([
      { name: 'BDG1', port: 9107, columns: 32 },
    ]);
    expect(simulatedPrinters(undefined, [9200, 9201]).map(({ port }) => port)).toEqual([
      9200, 9201,
    ]);
    expect(simulatedPrinters('', []).map(({ name, port }) => [name, port])).toEqual([
      ['JKT1', 9100],
      ['JKT2', 9101],
      ['BDG1', 9102],
    ]);
  });

  it.each([
    '{',
    '[]',
    '{"name":"A"}',
    '[{"name":"../x","port":1}]',
    '[{"name":"A","port":99999}]',
    '[{"name":"A","port":1},{"name":"a","port":2}]',
  ])('refuses the list %s with a sentence', (list) => {
    expect(() => simulatedPrinters(list, [])).toThrow(OperatorFault);
  });

  it('serves the page, and says what to do where a port is taken', async () => {
    const folder = makeTempFolder();
    const printers = [{ name: 'JKT1', port: 0, columns: 48 as const }];
    const running = await startSimulators({ printers, folder: folder.path, pagePort: 0 });
    const answer = await fetch(`${running.address}/api/printers`);
    expect(await answer.json()).toMatchObject({ data: [{ name: 'JKT1' }] });

    const taken = running.simulators[0]?.port ?? 0;
    const again = startSimulators({
      printers: [{ name: 'X', port: taken, columns: 48 }],
      folder: folder.path,
      pagePort: 0,
    });
    await expect(again).rejects.toThrow(`Port ${taken} is taken`);
    await running.close();
    folder.remove();
  });
});

function get(path: string) {
  return { method: 'get', path, body: undefined } as const;
}

function put(path: string, body: object | string) {
  return { method: 'put', path, body } as const;
}

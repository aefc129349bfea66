import { join } from 'node:path';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { projectRoot } from '../../platform/project-root.js';
import { fontPath, type FontName } from '../../devices/fonts.js';
import { qrCode } from '../../devices/qr-code.js';
import { printerBehaviourSchema } from './behaviour.js';
import { paperImage } from './paper-image.js';
import { cutsOf, linesOf, processIdsOf, pulsesOf, qrPayloadsOf, type PaperJob } from './paper.js';
import type { Simulator } from './simulator.js';

const PAGE_FOLDER = join(projectRoot, 'templates', 'printers');
const FONTS: Readonly<Record<string, FontName>> = {
  'mono.ttf': 'mono',
  'mono-strong.ttf': 'monoStrong',
  'sans.ttf': 'sans',
  'sans-strong.ttf': 'sansStrong',
};
const BODY_LIMIT = '10kb';
/** Jobs in one answer; the rest follows with a higher `since`. */
const JOBS_PER_ANSWER_MAX = 200;

const CONTENT_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
  },
};

/** The printers as a page for a person and as JSON for programs. */
export function simulatorApp(simulators: readonly Simulator[]): Express {
  const byName = new Map(simulators.map((simulator) => [simulator.name, simulator]));
  const app = express();
  app.disable('x-powered-by');
  app.use(helmet({ contentSecurityPolicy: CONTENT_POLICY, strictTransportSecurity: false }));
  app.use('/api', (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  app.get('/api/printers', (_request, response) => {
    response.json({ data: simulators.map(printerView) });
  });
  addPaperRoutes(app, byName);
  addBehaviourRoute(app, byName);
  addPage(app);
  app.use((_request, response) => problem(response, notThere('There is nothing at this address.')));
  app.use(refuse);
  return app;
}

type ByName = ReadonlyMap<string, Simulator>;

function addPaperRoutes(app: Express, byName: ByName): void {
  app.get('/api/printers/:name/paper', (request, response) => {
    const simulator = byName.get(request.params.name);
    if (simulator === undefined) return problem(response, noPrinter(request.params.name));
    const since = Number(request.query['since'] ?? 0);
    if (!Number.isInteger(since) || since < 0) return problem(response, BAD_SINCE);
    const jobs = simulator.jobs(since).slice(0, JOBS_PER_ANSWER_MAX);
    response.json({ data: jobs.map(jobView), nextSince: jobs.at(-1)?.n ?? since });
  });
  app.get('/api/printers/:name/paper/:n.png', (request, response) => {
    const { name, n } = request.params;
    const simulator = byName.get(name);
    const job = simulator?.job(Number(n));
    if (simulator === undefined) return problem(response, noPrinter(name));
    if (job === undefined) return problem(response, notThere(`${name} has no paper ${n}.`));
    response.type('png').send(paperImage(job, simulator.columns));
  });
  app.get('/api/qr.svg', (request, response) => {
    const { payload } = request.query;
    if (typeof payload !== 'string' || !isQrPayload(payload)) return problem(response, BAD_PAYLOAD);
    response.type('image/svg+xml').send(qrSvg(payload));
  });
}

function addBehaviourRoute(app: Express, byName: ByName): void {
  const body = express.json({ limit: BODY_LIMIT });
  app.put('/api/printers/:name/behaviour', body, (request: Request<{ name: string }>, response) => {
    const simulator = byName.get(request.params.name);
    if (simulator === undefined) return problem(response, noPrinter(request.params.name));
    const behaviour = printerBehaviourSchema.safeParse(request.body);
    if (!behaviour.success) {
      const [issue] = behaviour.error.issues;
      const param = issue?.path.join('.') ?? '';
      return problem(response, { ...BAD_BEHAVIOUR, param, detail: issue?.message ?? '' });
    }
    simulator.behave(behaviour.data);
    response.json(printerView(simulator));
  });
}

function addPage(app: Express): void {
  for (const [file, font] of Object.entries(FONTS)) {
    app.get(`/fonts/${file}`, (_request, response) => {
      response.sendFile(fontPath(font), { dotfiles: 'allow', maxAge: '1d' });
    });
  }
  app.use(express.static(PAGE_FOLDER));
}

function printerView(simulator: Simulator): object {
  const { name, host, port, columns } = simulator;
  return {
    name,
    address: `${host}:${port}`,
    columns,
    behaviour: simulator.behaviour(),
    condition: simulator.condition(),
    revision: simulator.revision(),
    lastJob: simulator.jobs().at(-1)?.n ?? 0,
  };
}

function jobView(job: PaperJob): object {
  return {
    ...job,
    lines: linesOf(job),
    cuts: cutsOf(job),
    pulses: pulsesOf(job),
    qrPayloads: qrPayloadsOf(job),
    processIds: processIdsOf(job),
  };
}

function isQrPayload(payload: string): boolean {
  return /^[\x20-\x7e]{1,500}$/.test(payload);
}

function qrSvg(payload: string): string {
  const { size, dark } = qrCode(payload);
  const squares = [...dark].flatMap((module, at) =>
    module === 1 ? [`M${at % size} ${Math.floor(at / size)}h1v1h-1z`] : [],
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${squares.join('')}"/></svg>`;
}

/** RFC 9457. */
type Problem = Readonly<{
  status: number;
  title: string;
  code: string;
  detail: string;
  param?: string;
}>;

const BAD_SINCE: Problem = {
  status: 400,
  title: 'Bad request',
  code: 'SINCE_MALFORMED',
  param: 'since',
  detail: 'since is the number of the last job already seen.',
};
const BAD_PAYLOAD: Problem = {
  status: 400,
  title: 'Bad request',
  code: 'PAYLOAD_MALFORMED',
  param: 'payload',
  detail: 'A QR payload here is 1 to 500 printable ASCII characters.',
};
const BAD_BEHAVIOUR = { status: 400, title: 'Bad request', code: 'BEHAVIOUR_UNKNOWN' };

function noPrinter(name: string): Problem {
  return notThere(`There is no printer ${name}.`);
}

function notThere(detail: string): Problem {
  return { status: 404, title: 'Not found', code: 'NOT_FOUND', detail };
}

function problem(response: Response, { status, ...rest }: Problem): void {
  response
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', status, ...rest }));
}

/** Answers bodies that are no JSON or too long; other errors are passed on. */
// oxlint-disable-next-line max-params -- Express tells an error handler by its four parameters
function refuse(
  error: Error & { status?: number },
  _request: Request,
  response: Response,
  next: NextFunction,
): void {
  if (error.status === undefined || error.status >= 500) return next(error);
  const detail = 'The body is not a small JSON object.';
  problem(response, { status: error.status, title: 'Bad request', code: 'BODY_MALFORMED', detail });
}

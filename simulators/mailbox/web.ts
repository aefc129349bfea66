import express, { type Express, type Response } from 'express';
import helmet from 'helmet';
import { listPage, messagePage } from './page.js';
import type { MailStore } from './store.js';

/** The HTML of a message may only use its own styles and pictures. */
const MESSAGE_POLICY = `sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:`;
const PAGE_POLICY = {
  directives: {
    defaultSrc: ["'none'"],
    styleSrc: ["'unsafe-inline'"],
    frameSrc: ["'self'"],
    formAction: ["'self'"],
    upgradeInsecureRequests: null, // this page is served without TLS, on the loopback address only
  },
};

/** The mailbox as pages for a person and as JSON for programs. */
export function mailboxApp(store: MailStore): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(helmet({ contentSecurityPolicy: PAGE_POLICY, strictTransportSecurity: false }));
  addJsonRoutes(app, store);
  addPages(app, store);
  app.use((_request, response) => notThere(response));
  return app;
}

function addJsonRoutes(app: Express, store: MailStore): void {
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  app.get('/api/messages', (request, response) => {
    response.json({ data: store.list({ to: textOf(request.query['to']) }) });
  });
  app.delete('/api/messages', async (_request, response) => {
    await store.clear();
    response.status(204).end();
  });
  app.get('/api/messages/:id', async (request, response) => {
    const message = await store.message(request.params.id);
    if (message === undefined) notThere(response);
    else response.json(message);
  });
  app.get('/api/messages/:id/source', async (request, response) => {
    const source = await store.source(request.params.id);
    if (source === undefined) notThere(response);
    else response.type('text/plain').send(Buffer.from(source));
  });
  app.get('/api/messages/:id/attachments/:index', async (request, response) => {
    const attachment = await store.attachment(request.params.id, Number(request.params.index));
    if (attachment === undefined) notThere(response);
    else
      response
        .attachment(attachment.filename)
        .type(attachment.mimeType)
        .send(Buffer.from(attachment.content));
  });
}

function addPages(app: Express, store: MailStore): void {
  app.get('/', (request, response) => {
    const to = textOf(request.query['to']);
    response.type('html').send(listPage(store.list({ to }), to ?? ''));
  });
  app.get('/messages/:id', async (request, response) => {
    const message = await store.message(request.params.id);
    if (message === undefined) notThere(response);
    else response.type('html').send(messagePage(message));
  });
  app.get('/messages/:id/html', async (request, response) => {
    const message = await store.message(request.params.id);
    if (message === undefined) notThere(response);
    else
      response
        .set('Content-Security-Policy', MESSAGE_POLICY)
        .type('html')
        .send(message.html ?? '');
  });
}

function notThere(response: Response): void {
  response.status(404).type('application/problem+json').json({
    title: 'Not found',
    status: 404,
    code: 'NOT_FOUND',
    detail: 'There is no such message.',
  });
}

function textOf(parameter: unknown): string | undefined {
  return typeof parameter === 'string' && parameter !== '' ? parameter : undefined;
}

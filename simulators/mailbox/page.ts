import type { Message, MessageSummary } from './message.js';

/** The list of messages as a page that reloads every few seconds. */
export function listPage(messages: readonly MessageSummary[], to: string): string {
  const rows = messages.map(
    ({ id, receivedAt, envelope, subject, attachments }) => `<tr>
<td>${escapeHtml(receivedAt.slice(0, 19).replace('T', ' '))}</td>
<td>${escapeHtml(envelope.to.join(', '))}</td>
<td><a href="/messages/${escapeHtml(id)}">${escapeHtml(subject || '(no subject)')}</a></td>
<td>${attachments.map(({ index, filename }) => attachmentLink(id, { index, filename })).join(' ')}</td></tr>`,
  );
  const content = `<form><input name="to" value="${escapeHtml(to)}" placeholder="address" aria-label="address"> <button>find</button></form>
<p>${messages.length} messages. Nothing here ever leaves this machine.</p>
<table><thead><tr><th>arrived (UTC)</th><th>to</th><th>subject</th><th>attached</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>`;
  return page('Mailbox', { content, head: '<meta http-equiv="refresh" content="5">' });
}

/** One message; its HTML is shown in a frame that may run and load nothing. */
export function messagePage(message: Message): string {
  const { id, subject, envelope, from, attachments, text, html } = message;
  const sender = from === null ? envelope.from : `${from.name} <${from.address}>`;
  const content = `<p><a href="/">all messages</a> · <a href="/api/messages/${escapeHtml(id)}/source">source</a></p>
<dl><dt>from</dt><dd>${escapeHtml(sender)}</dd><dt>to</dt><dd>${escapeHtml(envelope.to.join(', '))}</dd>
<dt>attached</dt><dd>${attachments.map(({ index, filename }) => attachmentLink(id, { index, filename })).join(' ') || 'nothing'}</dd></dl>
${html === null ? '' : `<iframe sandbox title="message" src="/messages/${escapeHtml(id)}/html"></iframe>`}
<pre>${escapeHtml(text ?? '')}</pre>`;
  return page(subject || '(no subject)', { content, head: '' });
}

function attachmentLink(
  id: string,
  { index, filename }: Readonly<{ index: number; filename: string }>,
): string {
  return `<a href="/api/messages/${escapeHtml(id)}/attachments/${index}">${escapeHtml(filename)}</a>`;
}

function page(
  title: string,
  { content, head }: Readonly<{ content: string; head: string }>,
): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>${head}
<style>${STYLE}</style></head><body><h1>${escapeHtml(title)}</h1>${content}</body></html>`;
}

const STYLE = `body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1d2430}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #dde2ea}
iframe{width:100%;height:32rem;border:1px solid #dde2ea;background:#fff}pre{white-space:pre-wrap;background:#f5f7fa;padding:1rem}
dl{display:grid;grid-template-columns:6rem 1fr}dd{margin:0}`;

/** Makes text harmless between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

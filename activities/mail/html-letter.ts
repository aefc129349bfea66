import type { MailAttachment } from './compose-message.js';

/** A letter that readers without HTML see as its text. */
export type HtmlLetter = Readonly<{ html: string; picture: MailAttachment }>;

const LOGO_CID = 'logo@lunas';
/** Beside a picture that a mail program does not show yet. */
const STYLE = 'font-family:sans-serif;font-size:15px;line-height:1.45;color:#1b1f24';
const LOGO_STYLE = 'max-width:240px;max-height:96px;height:auto;margin:0 0 20px';

/** The text of a letter as HTML below the logo of its sender, which travels with it: nothing is fetched. Pure. */
export function htmlLetter(
  text: string,
  { senderName, png }: Readonly<{ senderName: string; png: Uint8Array }>,
): HtmlLetter {
  const paragraphs = text.trim().split(/\n{2,}/);
  const body = paragraphs.map((lines) => `<p>${escaped(lines).replaceAll('\n', '<br>\n')}</p>`);
  const logo = `<img src="cid:${LOGO_CID}" alt="${escaped(senderName)}" style="${LOGO_STYLE}">`;
  return {
    html: `<!DOCTYPE html>\n<html><body style="${STYLE}">\n${logo}\n${body.join('\n')}\n</body></html>\n`,
    picture: {
      filename: 'logo.png',
      contentType: 'image/png',
      content: Buffer.from(png),
      cid: LOGO_CID,
    },
  };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

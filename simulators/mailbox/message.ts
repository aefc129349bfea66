import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';

/** The SMTP envelope of a message. */
export type Envelope = Readonly<{ from: string; to: readonly string[] }>;

export type MailAddress = Readonly<{ name: string; address: string }>;

/** One line of the list. */
export type MessageSummary = Readonly<{
  id: string;
  /** Real time of arrival, RFC 3339. */
  receivedAt: string;
  envelope: Envelope;
  from: MailAddress | null;
  to: readonly MailAddress[];
  subject: string;
  attachments: readonly Readonly<{
    index: number;
    filename: string;
    mimeType: string;
    bytes: number;
  }>[];
}>;

export type Message = MessageSummary &
  Readonly<{
    headers: readonly Readonly<{ name: string; value: string }>[];
    text: string | null;
    html: string | null;
  }>;

/** Parses a received message; missing parts are empty. */
export async function parseMessage(
  raw: Uint8Array,
  arrival: Pick<MessageSummary, 'id' | 'receivedAt' | 'envelope'>,
): Promise<Message> {
  const email = await parseEmail(raw);
  return {
    ...arrival,
    from: email.from === undefined ? null : (mailboxesOf([email.from])[0] ?? null),
    to: mailboxesOf(email.to ?? []),
    subject: email.subject ?? '',
    attachments: email.attachments.map((attachment, index) => ({
      index,
      filename: attachment.filename ?? `attachment-${index}`,
      mimeType: attachment.mimeType,
      bytes: bytesOf(attachment).byteLength,
    })),
    headers: email.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    text: email.text ?? null,
    html: email.html ?? null,
  };
}

export function summaryOf({
  id,
  receivedAt,
  envelope,
  from,
  to,
  subject,
  attachments,
}: Message): MessageSummary {
  return { id, receivedAt, envelope, from, to, subject, attachments };
}

export type AttachmentContent = Readonly<{
  filename: string;
  mimeType: string;
  content: Uint8Array;
}>;

export async function attachmentIn(
  raw: Uint8Array,
  index: number,
): Promise<AttachmentContent | undefined> {
  const attachment = (await parseEmail(raw)).attachments[index];
  if (attachment === undefined) return undefined;
  const { filename, mimeType } = attachment;
  return { filename: filename ?? `attachment-${index}`, mimeType, content: bytesOf(attachment) };
}

/** A message that cannot be parsed is shown as plain text. */
async function parseEmail(raw: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(raw);
  } catch {
    return {
      headers: [],
      headerLines: [],
      text: Buffer.from(raw).toString('utf8'),
      attachments: [],
    };
  }
}

function mailboxesOf(addresses: readonly Address[]): MailAddress[] {
  return addresses.flatMap((address) =>
    address.group === undefined
      ? [{ name: address.name, address: address.address }]
      : mailboxesOf(address.group),
  );
}

function bytesOf({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content, 'utf8');
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

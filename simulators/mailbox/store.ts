import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  attachmentIn,
  parseMessage,
  summaryOf,
  type AttachmentContent,
  type Envelope,
  type Message,
  type MessageSummary,
} from './message.js';

/** Enough for weeks of a demonstration; the oldest are deleted first. */
const MESSAGES_KEPT_MAX = 5_000;
/** Looking through the folder costs a moment. */
const LOOKS_FOR_OLDEST_EVERY = 50;

/** The messages of the development mailbox, in a folder: `<id>.eml` as it came, `<id>.json` its summary. */
export class MailStore {
  readonly #folder: string;
  #summaries = new Map<string, MessageSummary>();
  #arrivals = 0;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  /** The messages now in the folder, in order of arrival: the sample history also writes letters there. */
  #known(): ReadonlyMap<string, MessageSummary> {
    const ids = readdirSync(this.#folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.slice(0, -'.json'.length))
      .toSorted();
    const known = ids.flatMap((id): [string, MessageSummary][] => {
      const summary = this.#summaries.get(id) ?? readSummary(this.#file(id, 'json'));
      return summary === undefined ? [] : [[id, summary]];
    });
    this.#summaries = new Map(known);
    return this.#summaries;
  }

  /** Stores a message; it is on disk when this resolves. */
  async add(raw: Uint8Array, envelope: Envelope): Promise<MessageSummary> {
    const receivedAt = new Date().toISOString();
    const arrival = { id: this.#nextId(receivedAt), receivedAt, envelope };
    const summary = summaryOf(await parseMessage(raw, arrival));
    await writeFile(this.#file(summary.id, 'eml'), raw);
    await writeFile(this.#file(summary.id, 'json.new'), JSON.stringify(summary));
    await rename(this.#file(summary.id, 'json.new'), this.#file(summary.id, 'json'));
    this.#summaries.set(summary.id, summary);
    await this.#dropOldest();
    return summary;
  }

  /** Newest first; `to` is part of an envelope address, in any case. */
  list({ to }: Readonly<{ to?: string | undefined }> = {}): MessageSummary[] {
    const wanted = to?.toLowerCase();
    return [...this.#known().values()]
      .filter(
        ({ envelope }) =>
          wanted === undefined ||
          envelope.to.some((address) => address.toLowerCase().includes(wanted)),
      )
      .toReversed();
  }

  async message(id: string): Promise<Message | undefined> {
    const summary = this.#find(id);
    return summary === undefined ? undefined : parseMessage(await this.#raw(id), summary);
  }

  async source(id: string): Promise<Uint8Array | undefined> {
    return this.#find(id) === undefined ? undefined : this.#raw(id);
  }

  async attachment(id: string, index: number): Promise<AttachmentContent | undefined> {
    return this.#find(id) !== undefined ? attachmentIn(await this.#raw(id), index) : undefined;
  }

  async clear(): Promise<void> {
    for (const id of this.#known().keys()) await this.#remove(id);
  }

  #find(id: string): MessageSummary | undefined {
    return this.#summaries.get(id) ?? this.#known().get(id);
  }

  async #dropOldest(): Promise<void> {
    if (this.#arrivals % LOOKS_FOR_OLDEST_EVERY !== 0) return;
    const excess = this.#known().size - MESSAGES_KEPT_MAX;
    for (const id of [...this.#summaries.keys()].slice(0, Math.max(excess, 0)))
      await this.#remove(id);
  }

  async #remove(id: string): Promise<void> {
    this.#summaries.delete(id);
    await rm(this.#file(id, 'json'), { force: true });
    await rm(this.#file(id, 'eml'), { force: true });
  }

  #raw(id: string): Promise<Uint8Array> {
    return readFile(this.#file(id, 'eml'));
  }

  /** Ids sort by arrival, so that the file names give the order. Two processes never make the same id. */
  #nextId(receivedAt: string): string {
    this.#arrivals += 1;
    const arrival = `${String(this.#arrivals).padStart(6, '0')}-${process.pid}`;
    return `${receivedAt.replaceAll(/\D/g, '')}-${arrival}`;
  }

  #file(id: string, extension: string): string {
    return join(this.#folder, `${id}.${extension}`);
  }
}

function readSummary(file: string): MessageSummary | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as MessageSummary;
  } catch {
    return undefined;
  }
}

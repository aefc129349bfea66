import { createHash, type Hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PaperJob, PaperMark } from './paper.js';

/** The paper of one printer: a job for every connection that printed or opened the drawer. */
export type PaperRoll = Readonly<{
  /** Adds bytes of a job to the record of connection `client`. */
  take: (client: number, bytes: Uint8Array) => void;
  mark: (client: number, mark: PaperMark) => void;
  /** Jobs with a number above `since`, oldest first. */
  jobs: (since: number) => PaperJob[];
  job: (n: number) => PaperJob | undefined;
  /** Counts every change, so that viewers know when to reload. */
  revision: () => number;
  /** Writes new paper into the folder; a printer reports completion only after this. */
  save: () => void;
}>;

/** Older paper is deleted: this is a day of a busy store, a few megabytes. */
const JOBS_KEPT_MAX = 2000;

/** A receipt has a hundred marks; this limits a client that sends noise for ever. */
const MARKS_MAX = 10_000;

const FILE = /^\d{8}\.json$/;

type Draft = { n: number; at: string; bytes: number; hash: Hash; marks: PaperMark[] };

type Options = Readonly<{
  /** Folder that keeps the paper over restarts; undefined for none. */
  folder: string | undefined;
  now: () => string;
}>;

export function createPaperRoll({ folder, now }: Options): PaperRoll {
  const kept = new Map<number, Draft | PaperJob>(load(folder).map((job) => [job.n, job]));
  const drafts = new Map<number, Draft>();
  const unsaved = new Set<Draft>();
  let last = Math.max(0, ...kept.keys());
  let revision = 0;

  const draftOf = (client: number): Draft => {
    const known = drafts.get(client);
    if (known !== undefined) return known;
    last += 1;
    const draft: Draft = { n: last, at: now(), bytes: 0, hash: createHash('sha256'), marks: [] };
    drafts.set(client, draft);
    if (drafts.size > JOBS_KEPT_MAX) drafts.delete([...drafts.keys()][0] ?? client);
    return draft;
  };
  const changed = (draft: Draft): void => {
    revision += 1;
    unsaved.add(draft);
    kept.set(draft.n, draft);
    forget(kept, folder);
  };

  return {
    take: (client, bytes) => {
      const draft = draftOf(client);
      draft.bytes += bytes.length;
      draft.hash.update(bytes);
      changed(draft);
    },
    mark: (client, mark) => {
      const draft = draftOf(client);
      if (draft.marks.length < MARKS_MAX) draft.marks.push(mark);
      changed(draft);
    },
    jobs: (since) => [...kept.values()].filter(({ n }) => n > since).map(jobOf),
    job: (n) => {
      const job = kept.get(n);
      return job === undefined ? undefined : jobOf(job);
    },
    revision: () => revision,
    save: () => {
      for (const draft of unsaved) store(folder, jobOf(draft));
      unsaved.clear();
    },
  };
}

/** The job so far; a running job grows. */
function jobOf(job: Draft | PaperJob): PaperJob {
  if (!('hash' in job)) return job;
  const { n, at, bytes, hash, marks } = job;
  return { n, at, bytes, sha256: hash.copy().digest('hex'), marks: [...marks] };
}

function load(folder: string | undefined): PaperJob[] {
  if (folder === undefined) return [];
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder)
    .filter((name) => FILE.test(name))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as PaperJob);
}

/** Written to a temporary file and renamed, so that a kill leaves no partial receipt. */
function store(folder: string | undefined, job: PaperJob): void {
  if (folder === undefined) return;
  const path = pathOf(folder, job.n);
  writeFileSync(`${path}.part`, JSON.stringify(job));
  renameSync(`${path}.part`, path);
}

function forget(kept: Map<number, Draft | PaperJob>, folder: string | undefined): void {
  const [oldest] = kept.keys();
  if (kept.size <= JOBS_KEPT_MAX || oldest === undefined) return;
  kept.delete(oldest);
  if (folder !== undefined) rmSync(pathOf(folder, oldest), { force: true });
}

function pathOf(folder: string, n: number): string {
  return join(folder, `${String(n).padStart(8, '0')}.json`);
}

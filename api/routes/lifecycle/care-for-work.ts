import {
  assignWork as assign,
  noteWork as note,
  snoozeWork as snooze,
  withdrawNote as withdraw,
  worksFor,
} from '../../../activities/lifecycle/care-for-work.js';
import {
  assignWorkRoute,
  listWorkersRoute,
  listWorkNotesRoute,
  noteWorkRoute,
  snoozeWorkRoute,
  withdrawWorkNoteRoute,
} from '../../../contract/lifecycle/work-care.js';
import { WORKERS } from '../../../contract/lifecycle/workers.js';
import { notFound } from '../../../domain/refusal.js';
import type { Prisma } from '../../../prisma/database.js';
import { command, route } from '../../route.js';
import { companyToday } from './list-lifecycles.js';

export const listWorkers = route(listWorkersRoute).answers(async ({ principal }, { database }) => {
  const data = await database.prisma.appUser.findMany({
    where: worksFor(WORKERS, principal.storeId),
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return { status: 200, body: { data } };
});

export const assignWork = command(assignWorkRoute).answers(
  async ({ params, body, principal, ctx, tx }) => {
    const { workItemId } = params;
    const { storeId } = principal;
    const done = await assign(tx, ctx, { workItemId, storeId, ...body, roles: WORKERS });
    return { status: 200, body: { id: workItemId, ...done } };
  },
);

export const snoozeWork = command(snoozeWorkRoute)
  .after((_call, deps) => companyToday(deps))
  .answers(async ({ params, body, principal, ctx, tx, found: today }) => {
    const { workItemId } = params;
    const { storeId } = principal;
    const version = await snooze(tx, ctx, { workItemId, storeId, ...body, today });
    return { status: 200, body: { id: workItemId, snoozedUntil: body.until, version } };
  });

export const listWorkNotes = route(listWorkNotesRoute).answers(
  async ({ params, principal }, { database }) => {
    const inStore = principal.storeId === undefined ? {} : { storeId: principal.storeId };
    const item = await database.prisma.workItem.findFirst({
      where: { id: params.workItemId, ...inStore },
      include: { notes: { where: { withdrawnAt: null }, orderBy: { id: 'asc' } } },
    });
    if (item === null) throw notFound();
    return {
      status: 200,
      body: { data: item.notes.map((row) => noteOnWire(row, principal.actor.id)) },
    };
  },
);

export const noteWork = command(noteWorkRoute).answers(
  async ({ params, body, principal, ctx, tx }) => {
    const { workItemId } = params;
    const { storeId } = principal;
    const id = await note(tx, ctx, { workItemId, storeId, text: body.text });
    const row = await tx.workNote.findUniqueOrThrow({ where: { id } });
    return { status: 201, body: noteOnWire(row, principal.actor.id) };
  },
);

export const withdrawWorkNote = command(withdrawWorkNoteRoute).answers(
  async ({ params, principal, ctx, tx }) => {
    const { storeId } = principal;
    await withdraw(tx, ctx, { ...params, storeId });
    return { status: 200, body: { id: params.noteId } };
  },
);

type NoteRow = Prisma.WorkNoteGetPayload<object>;

function noteOnWire(row: NoteRow, caller: string) {
  return {
    id: row.id,
    text: row.text,
    by: row.writtenByName,
    at: row.writtenAt.toISOString(),
    own: row.writtenBy === caller,
  };
}

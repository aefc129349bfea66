import { keepView, removeView } from '../../../activities/people/saved-views.js';
import {
  keepSavedViewRoute,
  listSavedViewsRoute,
  removeSavedViewRoute,
} from '../../../contract/people/saved-views.js';
import { known } from '../../../domain/known.js';
import { SAVED_VIEW_LISTS } from '../../../domain/people/saved-view.js';
import type { Prisma } from '../../../prisma/database.js';
import { route } from '../../route.js';

export const listSavedViews = route(listSavedViewsRoute).answers(
  async ({ query: { list }, principal: { actor } }, { database }) => {
    const rows = await database.prisma.savedView.findMany({
      where: { userId: actor.id, ...(list === undefined ? {} : { list }) },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    });
    return { status: 200, body: { data: rows.map(viewOnWire) } };
  },
);

export const keepSavedView = route(keepSavedViewRoute).answers(
  async ({ params, body, ctx }, { database }) => {
    const row = await database.transaction(ctx, (tx) => keepView(tx, ctx, { ...params, ...body }));
    return { status: 200, body: viewOnWire(row) };
  },
);

export const removeSavedView = route(removeSavedViewRoute).answers(
  async ({ params, ctx }, { database }) => {
    await database.transaction(ctx, (tx) => removeView(tx, ctx, params.viewId));
    return { status: 204, body: undefined };
  },
);

function viewOnWire({ id, list, name, filters, changedAt }: Prisma.SavedViewGetPayload<object>) {
  const of = known(SAVED_VIEW_LISTS, list);
  return { id, list: of, name, filters, changedAt: changedAt.toISOString() };
}

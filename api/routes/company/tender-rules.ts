import { changeTenderRule as change } from '../../../activities/company/tender-rules.js';
import {
  changeTenderRuleRoute,
  listTenderRulesRoute,
} from '../../../contract/company/tender-rules.js';
import { route } from '../../route.js';
import { tenderRulesOnWire, written } from './stores-on-wire.js';

export const listTenderRules = route(listTenderRulesRoute).answers(async (_call, { database }) => ({
  status: 200,
  body: { data: await tenderRulesOnWire(database.prisma) },
}));

export const changeTenderRule = route(changeTenderRuleRoute).answers(
  async ({ params: { type }, body, ctx }, { database }) => {
    await database.transaction(ctx, (tx) => change(tx, { type, ...body }));
    return { status: 200, body: await written(tenderRulesOnWire(database.prisma, { type })) };
  },
);

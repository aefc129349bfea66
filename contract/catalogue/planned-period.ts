import { z } from 'zod';
import { instant, orNull, plannedMoment } from '../primitives.js';

/** Where something stands that holds from a moment until another: a price list, a promotion. */
export const PERIOD_STATES = ['planned', 'inForce', 'over'] as const;
export const PERIOD_STATE = {
  description: '`planned` until it begins, `inForce`, and `over` after its end.',
};

/** Its end as it is planned. */
export const plannedEnd = orNull(plannedMoment).meta({
  description: 'It holds until before this moment or day. Null: it has no end.',
});

/** Both moments as they are kept. */
export const keptPeriod = {
  validFrom: instant.meta({ description: 'The moment from which it holds.' }),
  validUntil: orNull(instant).meta({ description: 'It holds until before it. Null: no end.' }),
};

/** What ends it. */
export const endingBody = z.strictObject({
  at: plannedMoment.optional().meta({
    description: 'Its end; a day ends it at midnight of the company before. Now when left out.',
  }),
});

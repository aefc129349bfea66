import { z } from 'zod';
import { date, id, instant, money } from '../primitives.js';
import { AGENCY_MESSAGES } from './agency-webhook.js';

type MessageType = (typeof AGENCY_MESSAGES)[number];

/** What every message says of its case. */
const about = {
  placementId: id.meta({ description: 'Id of the case.' }),
  placementNumber: z.string().meta({ description: 'Its number.', example: 'PLC-KCO-2611-000007' }),
  occurredAt: instant.meta({ description: 'When it happened.' }),
  outstanding: money.meta({ description: 'What is still to be collected after it.' }),
};

const facts = {
  'placement.created': {
    summary: 'A case is placed with you',
    data: {
      ...about,
      invoiceNumber: z.string().meta({ description: 'Number of the invoice.' }),
      placed: money.meta({ description: 'What is placed.' }),
      oldestDueOn: date.meta({ description: 'The day on which the oldest part was due.' }),
      termsVersion: z.number().int().meta({ description: 'The agreement that holds for it.' }),
    },
  },
  'placement.direct_payment': {
    summary: 'The debtor has paid to us: collect that much less',
    data: { ...about, amount: money.meta({ description: 'What was paid.' }) },
  },
  'placement.adjusted': {
    summary: 'The case became smaller or larger by something else',
    data: {
      ...about,
      amount: money.meta({ description: 'By how much it became smaller; below zero: larger.' }),
    },
  },
  'placement.recalled': {
    summary: 'We take the case back: stop collecting',
    data: { ...about, recalled: money.meta({ description: 'What was still outstanding.' }) },
  },
} as const satisfies Record<MessageType, { summary: string; data: z.core.$ZodLooseShape }>;

/** The messages that an agency gets, each with the schema of its body; who sends which stands in tell_agency.sql. */
export const agencyMessages = AGENCY_MESSAGES.map((type) => ({
  type,
  summary: facts[type].summary,
  body: z.strictObject({
    type: z.literal(type).meta({ description: 'Which message it is.' }),
    timestamp: instant.meta({ description: 'When it was written, by the clock of the books.' }),
    data: z.strictObject(facts[type].data).meta({ description: 'The case, and what happened.' }),
  }),
}));

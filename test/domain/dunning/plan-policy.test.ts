import { Temporal } from 'temporal-polyfill';
import { whyNoPolicy } from '../../../domain/dunning/plan-policy.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const TODAY = day('2026-11-29');
const STANDARD = { code: 'STANDARD', segment: null, currency: 'IDR' };
const PLANNED = {
  ...STANDARD,
  inForceFrom: day('2026-11-30'),
  transitDays: 1,
  levels: [{ daysPastDue: 5 }, { daysPastDue: 5 }],
  placement: { daysPastDue: 6 },
};
const KNOWN = [
  { ...STANDARD, inForceFrom: day('2000-01-01') },
  { ...STANDARD, inForceFrom: day('2027-01-01') },
  { code: 'KEY', segment: 'key', currency: 'IDR', inForceFrom: day('2000-01-01') },
];

describe('a version of a policy that is planned', () => {
  it.each([
    [{}, undefined, undefined],
    [{ placement: null }, undefined, undefined],
    [{ code: 'SGD', currency: 'SGD' }, undefined, undefined],
    [{ inForceFrom: TODAY }, 'POLICY_IN_PAST', 'inForceFrom'],
    [{ inForceFrom: day('2027-01-01') }, 'POLICY_EXISTS', 'inForceFrom'],
    [{ segment: 'key' }, 'POLICY_OF_ANOTHER', 'code'],
    [{ code: 'NEW' }, 'POLICY_OF_ANOTHER', 'code'],
    [{ currency: 'SGD' }, 'POLICY_OF_ANOTHER', 'code'],
    [{ transitDays: 5 }, 'POLICY_SENSELESS', 'levels[0].daysPastDue'],
    [{ placement: { daysPastDue: 5 } }, 'POLICY_SENSELESS', 'placement.daysPastDue'],
    [
      { levels: [{ daysPastDue: 5 }, { daysPastDue: 4 }] },
      'POLICY_SENSELESS',
      'levels[1].daysPastDue',
    ],
    [
      { levels: Array.from({ length: 10 }, () => ({ daysPastDue: 5 })) },
      'POLICY_SENSELESS',
      'levels',
    ],
  ])('with %p: %p at %p', (change, code, param) => {
    const refusal = whyNoPolicy({ ...PLANNED, ...change }, KNOWN, TODAY);
    expect([refusal?.code, refusal?.param]).toEqual([code, param]);
  });
});

/** What the books know of a company that begins. */
export type SetupFacts = Readonly<{
  hasCompany: boolean;
  hasBankAccount: boolean;
  stores: number;
  terminals: number;
  enrolledTerminals: number;
  printers: number;
  pricedItems: number;
  stockedItems: number;
  itemsInStock: number;
  dunningPolicies: number;
}>;

/** What a company is set up for, each needing what the ones before it need. */
export const NEEDS = ['sale', 'receipt', 'invoice', 'letter'] as const;

export type NeededFor = (typeof NEEDS)[number];

export type SetupStepName =
  | 'company'
  | 'store'
  | 'terminal'
  | 'enrolment'
  | 'item'
  | 'stock'
  | 'printer'
  | 'bank-account'
  | 'dunning-policy';

export type SetupStep = Readonly<{
  step: SetupStepName;
  /** The first need that fails without it. */
  neededFor: NeededFor;
  done: boolean;
  /** The call that does it. */
  call: string;
}>;

/**
 * The steps from an empty company to its first sale, receipt, invoice and letter, in the order in which they are done
 * best. Goods that are not stocked are sold without stock.
 */
export function setupChecklist(facts: SetupFacts): readonly SetupStep[] {
  return STEPS.map(({ isDone, ...step }) => ({ ...step, done: isDone(facts) }));
}

type Step = Omit<SetupStep, 'done'> & Readonly<{ isDone: (facts: SetupFacts) => boolean }>;

const STEPS: readonly Step[] = [
  {
    step: 'company',
    neededFor: 'sale',
    call: 'POST /v1/company',
    isDone: ({ hasCompany }) => hasCompany,
  },
  { step: 'store', neededFor: 'sale', call: 'POST /v1/stores', isDone: ({ stores }) => stores > 0 },
  {
    step: 'terminal',
    neededFor: 'sale',
    call: 'POST /v1/terminals',
    isDone: ({ terminals }) => terminals > 0,
  },
  {
    step: 'enrolment',
    neededFor: 'sale',
    call: 'POST /v1/terminals/{terminalId}/enrolment-codes',
    isDone: ({ enrolledTerminals }) => enrolledTerminals > 0,
  },
  {
    step: 'item',
    neededFor: 'sale',
    call: 'POST /v1/items',
    isDone: ({ pricedItems }) => pricedItems > 0,
  },
  {
    step: 'stock',
    neededFor: 'sale',
    call: 'POST /v1/stock-receipts',
    isDone: ({ stockedItems, itemsInStock }) => stockedItems === 0 || itemsInStock > 0,
  },
  {
    step: 'printer',
    neededFor: 'receipt',
    call: 'POST /v1/printers',
    isDone: ({ printers }) => printers > 0,
  },
  {
    step: 'bank-account',
    neededFor: 'invoice',
    call: 'POST /v1/company',
    isDone: ({ hasBankAccount }) => hasBankAccount,
  },
  {
    step: 'dunning-policy',
    neededFor: 'letter',
    call: 'POST /v1/company',
    isDone: ({ dunningPolicies }) => dunningPolicies > 0,
  },
];

/** What is asked before a store goes live, in the order in which it is done. */
export const SWITCH_CHECKS = [
  'days-agree',
  'totals-came',
  'nothing-refused',
  'all-fits',
  'till-enrolled',
  'goods-counted',
] as const;

export type SwitchCheck = (typeof SWITCH_CHECKS)[number];

export type SwitchFacts = Readonly<{
  /** Of the last days of the shadow. */
  daysCompared: number;
  daysDiffering: number;
  daysWithoutTotals: number;
  /** Sent and not understood; waits for a person. */
  refused: number;
  /** Sales with something that did not fit the masters, of the same days. */
  exceptions: number;
  enrolledTills: number;
  stockedItems: number;
  /** Stocked items that are at a place of the store. */
  itemsInStock: number;
}>;

/** What is still open before a store goes live. It stops nobody: people decide, and this is what they should have seen. */
export function switchChecklist(
  facts: SwitchFacts,
): readonly Readonly<{ check: SwitchCheck; done: boolean; open: number }>[] {
  return SWITCH_CHECKS.map((check) => {
    const open = OPEN_OF[check](facts);
    return { check, done: open === 0, open };
  });
}

/** How much is open of each; without a single day that was compared, one. */
const OPEN_OF: Readonly<Record<SwitchCheck, (facts: SwitchFacts) => number>> = {
  'days-agree': ({ daysCompared, daysDiffering }) => (daysCompared === 0 ? 1 : daysDiffering),
  'totals-came': ({ daysWithoutTotals }) => daysWithoutTotals,
  'nothing-refused': ({ refused }) => refused,
  'all-fits': ({ exceptions }) => exceptions,
  'till-enrolled': ({ enrolledTills }) => (enrolledTills === 0 ? 1 : 0),
  'goods-counted': ({ stockedItems, itemsInStock }) =>
    stockedItems > 0 && itemsInStock === 0 ? stockedItems : 0,
};

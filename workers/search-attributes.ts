import {
  defineSearchAttributeKey,
  SearchAttributeType,
  TypedSearchAttributes,
} from '@temporalio/common';

/** What finance can filter and sort the workflow list by. Codes and bands only: attributes are stored in the clear. */
export const searchAttributeKeys = {
  Stage: defineSearchAttributeKey('Stage', SearchAttributeType.KEYWORD),
  Store: defineSearchAttributeKey('Store', SearchAttributeType.KEYWORD),
  Customer: defineSearchAttributeKey('Customer', SearchAttributeType.KEYWORD),
  AmountBand: defineSearchAttributeKey('AmountBand', SearchAttributeType.KEYWORD),
  SaleNumber: defineSearchAttributeKey('SaleNumber', SearchAttributeType.KEYWORD),
} as const;

/** Reads what a SQL function wrote into the outbox; unknown names are a bug of that function and left out. */
export function typedSearchAttributes(
  written: Readonly<Record<string, unknown>>,
): TypedSearchAttributes {
  return new TypedSearchAttributes(
    Object.entries(searchAttributeKeys).flatMap(([name, key]) => {
      const value = written[name];
      return typeof value === 'string' ? [{ key, value }] : [];
    }),
  );
}

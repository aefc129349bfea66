import {
  defineSearchAttributeKey,
  SearchAttributeType,
  TypedSearchAttributes,
} from '@temporalio/common';

/**
 * Attributes by which finance can filter and sort the workflow list. Codes, bands and document numbers only, because they
 * are stored unencrypted: nothing that names a customer.
 */
export const searchAttributeKeys = {
  Stage: defineSearchAttributeKey('Stage', SearchAttributeType.KEYWORD),
  Store: defineSearchAttributeKey('Store', SearchAttributeType.KEYWORD),
  AmountBand: defineSearchAttributeKey('AmountBand', SearchAttributeType.KEYWORD),
  InvoiceNumber: defineSearchAttributeKey('InvoiceNumber', SearchAttributeType.KEYWORD),
  SaleNumber: defineSearchAttributeKey('SaleNumber', SearchAttributeType.KEYWORD),
} as const;

/**
 * Reads the attributes that a SQL function wrote into the outbox; unknown names are a bug of that function and are left
 * out.
 */
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

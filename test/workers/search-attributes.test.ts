import { SEARCH_ATTRIBUTES } from '../../cli/platform/temporal-connection.js';
import { searchAttributeKeys, typedSearchAttributes } from '../../workers/search-attributes.js';

describe('search attributes', () => {
  it('are written as the outbox has them, and what is unknown or no text is left out', () => {
    const attributes = typedSearchAttributes({ Stage: 'captured', Store: 7, Secret: 'x' });
    expect(attributes.getAll()).toEqual([{ key: searchAttributeKeys.Stage, value: 'captured' }]);
  });

  it('are all registered with the server that the product starts, as the type they have', () => {
    for (const [name, key] of Object.entries(searchAttributeKeys)) {
      expect([name, key.type]).toEqual([name, 'KEYWORD']);
      expect(Object.entries(SEARCH_ATTRIBUTES)).toContainEqual([name, 'Keyword']);
    }
  });
});

import { corpusOf, inShort, readAsOurs } from '../../../support/bank-corpus.js';

describe.each(['mt940', 'ofx', 'bai2', 'qif', 'csv'])('the hand-made files of %s', (format) => {
  it.each(corpusOf(format).map((file) => [file.name, file] as const))(
    'are read as written beside them: %s',
    (_, { bytes, expected }) => {
      expect(inShort(readAsOurs(bytes))).toEqual(expected);
    },
  );
});

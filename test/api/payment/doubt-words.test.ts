import { doubtWords } from '../../../api/http/doubt-words.js';
import { DOUBTS } from '../../../domain/matching/matching.js';

describe('doubtWords', () => {
  it('has words for every doubt in both languages, and none for one that is not known any more', () => {
    const said = doubtWords({ doubts: [...DOUBTS, 'of-an-older-version'] });
    expect(said).toHaveLength(DOUBTS.length);
    expect(new Set(said.flatMap(({ id, en }) => [id, en])).size).toBe(2 * DOUBTS.length);
  });
});

import { readRules } from '../../scripts/rule-index.js';

describe('the rules of domain/', () => {
  const rules = readRules();

  it('are found', () => {
    expect(rules.length).toBeGreaterThan(150);
    expect(rules.map(({ name }) => name)).toContain('decideNextStep');
  });

  it('each say in a sentence what they decide', () => {
    const silent = rules.filter(({ says }) => !/^[A-Z`].*[.:]/.test(says));
    expect(silent.map(({ file, name }) => `${file} ${name}`)).toEqual([]);
  });
});

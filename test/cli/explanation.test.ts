import { explanationIn } from '../../cli/supervision/explanation.js';

describe('explanationIn', () => {
  it('is the fatal line of a structured log', () => {
    const fatal = JSON.stringify({ level: 60, msg: 'Port 3000 is taken' });
    expect(explanationIn(['{"level":30,"msg":"hello"}', fatal, '{"level":30,"msg":"bye"}'])).toBe(
      'Port 3000 is taken.',
    );
  });

  it('is the message of a fault nobody foresaw', () => {
    const fatal = JSON.stringify({
      level: 60,
      msg: 'stopped by a fault',
      err: { message: 'no such column' },
    });
    expect(explanationIn([fatal])).toBe('no such column.');
  });

  it('is the line that names the error in a plain stack', () => {
    expect(
      explanationIn([
        'seeding',
        'TypeError: x is not a function',
        '    at main (seed.js:3:1)',
        'Node.js v20.20.2',
      ]),
    ).toBe('TypeError: x is not a function.');
  });

  it('is the last line where there is nothing better', () => {
    expect(explanationIn(['{broken', 'Killed'])).toBe('Killed.');
    expect(explanationIn([])).toBe('it said nothing.');
  });
});

import { isGuessedFirst } from '../../../domain/people/staff-pin.js';

describe('isGuessedFirst', () => {
  it.each(['000000', '121212', '112112', '123456', '876543', '270270', '44447777'])(
    'knows that %s is tried first',
    (pin) => {
      expect(isGuessedFirst(pin)).toBe(true);
    },
  );

  it.each(['270419', '918264', '13579246', '123457'])('lets %s be', (pin) => {
    expect(isGuessedFirst(pin)).toBe(false);
  });
});

import { createLogger } from '../../platform/logger.js';

describe('createLogger', () => {
  it('writes a line of JSON with its name, and the values of secret fields left out', () => {
    const lines: string[] = [];
    const log = createLogger({
      name: 'test',
      destination: { write: (line: string) => lines.push(line) },
    });
    log.info(
      {
        password: 'p1',
        request: { headers: { authorization: 'p2', host: 'here' } },
        user: { token: 'p3' },
      },
      'hello',
    );
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      name: 'test',
      msg: 'hello',
      request: { headers: { host: 'here' } },
    });
    expect(lines[0]).not.toMatch(/p1|p2|p3/);
  });
});

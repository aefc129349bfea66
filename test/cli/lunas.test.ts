import { jest } from '@jest/globals';
import { main } from '../../cli/lunas.js';

describe('lunas', () => {
  it.each(['up', 'doctor', 'verify', 'demo'])(
    '%s --help says how it is used, and does nothing',
    async (name) => {
      expect(await said(name, '--help')).toMatchObject({
        code: 0,
        out: expect.stringContaining(`lunas ${name}`),
      });
      expect(await said(name, '-h')).toMatchObject({ code: 0 });
    },
  );

  it.each(['up', 'doctor', 'verify', 'demo'])(
    '%s refuses a flag it does not know',
    async (name) => {
      expect(await said(name, '--nope')).toMatchObject({
        code: 1,
        err: expect.stringMatching(/Unknown option '--nope'.* Usage: lunas/),
      });
    },
  );

  it('says that it does not know a command', async () => {
    expect(await said('dunn')).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is no command dunn'),
    });
  });
});

async function said(...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0),
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0),
  ];
  try {
    return { code: await main(args), out: out.join(''), err: err.join('') };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

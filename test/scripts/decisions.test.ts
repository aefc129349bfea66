import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/setup/paths.mjs';

const folder = join(root, 'docs', 'adr');
const files = readdirSync(folder).filter((name) => /^\d{4}-.+\.md$/.test(name));

describe('the pages of decisions', () => {
  it('are numbered without a gap', () => {
    expect(files.map((name) => Number(name.slice(0, 4)))).toEqual(files.map((_, at) => at + 1));
  });

  it.each(files)(
    '%s has its number, its date and its status, and stands so in the index',
    (name) => {
      const page = readFileSync(join(folder, name), 'utf8');
      const [, number, title, date, status] =
        /^# (\d+)\. (.+)\n\nDate: (\d{4}-\d\d-\d\d)\. Status: (\w+)\./.exec(page) ?? [];
      expect(number).toBe(String(Number(name.slice(0, 4))));
      const index = readFileSync(join(folder, 'README.md'), 'utf8');
      expect(index).toContain(`- ${date}, ${status}: [${number}. ${title}](${name})\n`);
    },
  );
});

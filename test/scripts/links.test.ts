import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../scripts/setup/paths.mjs';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

const stages = pages.filter((page) => /^docs.stages./.test(page));

const ROWS_MIN = 5;
const ROWS_MAX = 20;

describe('the pages', () => {
  it.each(pages)('%s: every link to a file leads to one', (page) => {
    const folder = dirname(join(root, page));
    const broken = linksOf(textOf(page)).filter((link) => !existsSync(join(folder, link)));
    expect(broken).toEqual([]);
  });

  it.each(stages)('%s ends with the files in which its rules stand', (page) => {
    const [, table = ''] = textOf(page).split('\n## Where the rules stand\n\n');
    const [head, , ...rows] = table.trimEnd().split('\n');
    expect(head).toMatch(/^\| Rule +\| File +\|$/);
    expect(rows.length).toBeGreaterThanOrEqual(ROWS_MIN);
    expect(rows.length).toBeLessThanOrEqual(ROWS_MAX);
    expect(rows.filter((row) => !/^\| [^|]+ \| \[[^|]+\]\([^|]+\) +\|$/.test(row))).toEqual([]);
  });
});

describe('the links of a page', () => {
  it('are its files, without the places in them and without the web', () => {
    const page =
      '[a](b.md#c) [d](#e) [f](https://example.org/) [g](mailto:h@example.org) ![i](j.png) <img src="k.png">';
    expect(linksOf(page)).toEqual(['b.md', 'j.png', 'k.png']);
  });
});

function textOf(page: string): string {
  return readFileSync(join(root, page), 'utf8');
}

function linksOf(text: string): readonly string[] {
  const targets = [...text.matchAll(/\]\((?<to>[^)\s]+)\)|(?:src|href)="(?<of>[^"]+)"/g)].map(
    ({ groups }) => groups?.['to'] ?? groups?.['of'] ?? '',
  );
  return targets
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => target.replace(/#.*$/, ''))
    .filter((path) => path !== '');
}

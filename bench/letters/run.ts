import { judgeLetters } from './judge-letters.js';
import { playQuarter, type Quarter } from './play-quarter.js';

/**
 * `npm run letters`: plays a quarter of the sample company and holds every letter against the tables; ends with 1 when
 * a letter is wrong. `npm run letters -- DATABASE_URL HOME` judges the letters of books that are there.
 */
async function main(): Promise<void> {
  const [databaseUrl, home] = process.argv.slice(2);
  const quarter: Quarter =
    databaseUrl === undefined || home === undefined
      ? await playQuarter()
      : { databaseUrl, home, close: async () => undefined };
  try {
    const { counts, findings } = await judgeLetters(quarter);
    for (const finding of findings) console.error(finding);
    console.log(JSON.stringify({ ...counts, findings: findings.length }));
    process.exitCode = findings.length === 0 ? 0 : 1;
  } finally {
    if (process.env['LUNAS_LETTERS_KEEP'] === undefined) await quarter.close();
  }
  process.exit();
}

await main();

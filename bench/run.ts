import { benchBooks } from './books.js';
import { benchCapture, benchHotSku } from './capture.js';
import { benchCatalogue } from './catalogue.js';
import { benchDrain } from './drain.js';
import { benchHostile } from './hostile.js';
import { benchImport } from './import.js';
import { benchMatching } from './matching.js';
import { benchPricing } from './pricing.js';
import { benchPromoted } from './promoted.js';
import { benchStatement } from './statement.js';
import { benchWeb } from './web.js';
import type { BenchResult } from './support/result.js';

const benches: Readonly<
  Record<string, (options: Readonly<{ seed: number }>) => Promise<BenchResult>>
> = {
  books: benchBooks,
  capture: benchCapture,
  'hot-sku': benchHotSku,
  drain: benchDrain,
  hostile: benchHostile,
  import: benchImport,
  matching: benchMatching,
  pricing: benchPricing,
  promoted: benchPromoted,
  statement: benchStatement,
  catalogue: benchCatalogue,
  web: benchWeb,
};

/** `npm run bench -- NAME [SEED]`: the last line is the result as one JSON object. */
async function main(): Promise<void> {
  const [name = '', seed = '20261122'] = process.argv.slice(2);
  const bench = benches[name];
  if (bench === undefined) {
    console.error(`Name a bench: ${Object.keys(benches).join(', ')}.`);
    process.exit(2);
  }
  const result = await bench({ seed: Number(seed) });
  console.log(JSON.stringify(result));
  process.exit(result.valid ? 0 : 1);
}

await main();

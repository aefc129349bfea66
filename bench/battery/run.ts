import { batteryKills } from './kills.js';

const KILLS_EACH_DEFAULT = 10;

/** `npm run battery -- [NAME] [SEED] [KILLS_EACH]`: the last line is the result as one JSON object. */
async function main(): Promise<void> {
  const [name = 'kills', seed = '20261122', killsEach = String(KILLS_EACH_DEFAULT)] =
    process.argv.slice(2);
  if (name !== 'kills') {
    console.error('Name a battery: kills.');
    process.exit(2);
  }
  const result = await batteryKills({ seed: Number(seed), killsEach: Number(killsEach) });
  console.log(JSON.stringify(result));
  process.exit(result.valid ? 0 : 1);
}

await main();

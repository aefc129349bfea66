// `npm run check [names] [-- flags for vitest]`: runs every check, or those that are named; ends in one line of counts.
import { runMain, SetupFault } from './setup/fault.mjs';
import { isMain } from './setup/paths.mjs';
import { setUp } from './setup.mjs';

/**
 * @param {readonly string[]} names of the steps; none means all
 * @param {readonly string[]} testArguments
 */
export async function check(names, testArguments) {
  const tools = await setUp({ forTests: true });
  Object.assign(process.env, tools);
  const { steps } = await import('./checks/steps.mjs');
  const wanted = names.length === 0 ? Object.keys(steps) : names;
  const unknown = wanted.filter((name) => steps[name] === undefined);
  if (unknown.length > 0)
    throw new SetupFault(
      `there is no check ${unknown.join(', ')}; there are ${Object.keys(steps).join(', ')}.`,
    );
  let [passed, failed] = [0, 0];
  for (const name of wanted) {
    const count = await steps[name]?.(testArguments);
    passed += count?.passed ?? 0;
    failed += count?.failed ?? 0;
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

if (isMain(import.meta.url)) {
  const flagsFrom = process.argv.findIndex(
    (argument, index) => index > 1 && argument.startsWith('-'),
  );
  const end = flagsFrom < 0 ? process.argv.length : flagsFrom;
  await runMain(() => check(process.argv.slice(2, end), process.argv.slice(end)));
}

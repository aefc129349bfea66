// `npm test [-- patterns or flags for vitest]`: sets itself up and runs every check; all but the tests take half a minute.
import { check } from './check.mjs';
import { runMain } from './setup/fault.mjs';

await runMain(() => check([], process.argv.slice(2)));

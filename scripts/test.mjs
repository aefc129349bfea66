// `npm test [-- patterns or flags for jest]`: sets itself up and runs what must hold for every change.
import { check } from './check.mjs';
import { runMain } from './setup/fault.mjs';

const STEPS_OF_TEST = ['format', 'lint', 'types', 'tests'];

await runMain(() => check(STEPS_OF_TEST, process.argv.slice(2)));

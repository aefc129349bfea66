// `npm start`: everything from a fresh checkout to a running platform. Uses nothing but Node until the
// packages are there.
import { runMain } from './setup/fault.mjs';
import { runProgram } from './run.mjs';

console.log('\nLunas starts; the first time takes some minutes, later ones seconds.');
await runMain(() => runProgram(['cli/lunas.js', 'up', ...process.argv.slice(2)]));

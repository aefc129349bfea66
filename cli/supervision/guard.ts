// Started by the supervisor, which holds the other end of its standard input. When that end closes without
// the supervisor having ended its parts (it was killed), this ends them. Usage: guard.js FOLDER PID
import { RunRecords } from './run-records.js';

const [folder = '', supervisor = ''] = process.argv.slice(2);
const SUPERVISOR_NAME = 'supervisor';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.stdin.on('error', () => {});
process.stdin.on('close', () => void endWhatIsLeft());
process.stdin.resume();

async function endWhatIsLeft(): Promise<void> {
  const records = new RunRecords(folder);
  // A new supervisor has claimed the folder already: its records are not ours.
  if (records.remembered(SUPERVISOR_NAME) === Number(supervisor)) {
    await records.endLeftovers([SUPERVISOR_NAME]);
  }
  process.exit(0);
}

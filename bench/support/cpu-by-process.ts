import { readdirSync, readFileSync } from 'node:fs';

/** CPU time in milliseconds that each named process and its children have used so far. */
export type CpuByProcess = Readonly<Record<string, number>>;

/** Ticks of /proc/<pid>/stat; 100 a second on every Linux that Node runs on (proc(5), sysconf(_SC_CLK_TCK)). */
const MS_PER_TICK = 10;

// proc(5): fields after the command in parentheses, counted from there.
const PARENT_FIELD = 1;
const OWN_FIELDS = [11, 12] as const;
const REAPED_CHILDREN_FIELDS = [13, 14] as const;

/** Reads the CPU time of processes by their ids. Empty where the system has no /proc. */
export function cpuByProcess(pids: Readonly<Record<string, number>>): CpuByProcess {
  const stats = readStats();
  const msOf = (pid: number): number => {
    const fields = stats.get(pid);
    if (fields === undefined) return 0;
    const own = [...OWN_FIELDS, ...REAPED_CHILDREN_FIELDS].reduce(
      (sum, field) => sum + Number(fields[field]) * MS_PER_TICK,
      0,
    );
    const children = [...stats].filter(([, other]) => Number(other[PARENT_FIELD]) === pid);
    return children.reduce((sum, [child]) => sum + msOf(child), own);
  };
  if (stats.size === 0) return {};
  return Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, msOf(pid)]));
}

/** CPU time between two readings, per operation. */
export function cpuMsEach(
  reading: Readonly<{ before: CpuByProcess; after: CpuByProcess; operations: number }>,
): CpuByProcess {
  const { before, after, operations } = reading;
  return Object.fromEntries(
    Object.entries(after).map(([name, ms]) => [
      name,
      Math.round(((ms - (before[name] ?? 0)) / operations) * 100) / 100,
    ]),
  );
}

function readStats(): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, readonly string[]>();
  if (process.platform !== 'linux') return found;
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      found.set(Number(name), stat.slice(stat.lastIndexOf(')') + 2).split(' '));
    } catch {
      // The process ended between the two readings.
    }
  }
  return found;
}

import type { Fate } from './fate.js';
import { must } from './fate.js';

const VICTIMS = ['order-to-cash', 'temporal'] as const;

/** Kills the worker and the Temporal server during the demonstration; the other scenarios show whether it mattered. */
export const killedInTheMiddle: Fate = {
  name: 'worker and Temporal server killed in the middle',
  play: async (world) => {
    await world.days(22);
    for (const victim of VICTIMS) {
      const child = world.platform.child(victim);
      const before = child.restarts();
      world.say(`killing ${victim} (process ${child.pid()}) without warning`);
      child.kill('SIGKILL');
      await world.waitFor('it to come back', async () =>
        child.restarts() > before ? true : undefined,
      );
      await child.untilRunning();
      must(child.pid() !== undefined, `${victim} did not come back`);
      await world.days(2);
    }
    return 'both came back by themselves, no life lost';
  },
};

import type { Command } from './command.js';
import { runDemo } from './demo/demo.js';
import { readSwitches } from './read-flags.js';

const USAGE = 'lunas demo';

export const demo: Command = {
  usage: USAGE,
  summary:
    "plays a shop's quarter in minutes on a platform of its own, and checks what became of it",
  run: async (args) => {
    readSwitches(args, { usage: USAGE, switches: [] });
    return (await runDemo()) ? 0 : 1;
  },
};

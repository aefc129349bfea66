import type { Command } from './command.js';
import { runDemo } from './demo/demo.js';

export const demo: Command = {
  usage: 'lunas demo',
  summary:
    "plays a shop's quarter in minutes on a platform of its own, and checks what became of it",
  run: async () => ((await runDemo()) ? 0 : 1),
};

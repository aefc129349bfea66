import { readSetupFacts } from '../../../activities/company/setup-facts.js';
import { readSetupRoute } from '../../../contract/company/setup.js';
import { NEEDS, setupChecklist } from '../../../domain/company/checklist.js';
import { route } from '../../route.js';
import { SETUP_WORDS } from './setup-words.js';

export const readSetup = route(readSetupRoute).answers(async (_call, { database }) => {
  const steps = setupChecklist(await readSetupFacts(database.prisma));
  const isReady = (need: (typeof NEEDS)[number]) =>
    steps.every((step) => step.done || NEEDS.indexOf(step.neededFor) > NEEDS.indexOf(need));
  return {
    status: 200,
    body: {
      readyFor: NEEDS.filter(isReady),
      steps: steps.map((step) => ({ ...step, words: SETUP_WORDS[step.step] })),
    },
  };
});

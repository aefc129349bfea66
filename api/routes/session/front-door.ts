import { readFrontDoorRoute } from '../../../contract/session/surroundings.js';
import { route } from '../../route.js';

export const readFrontDoor = route(readFrontDoorRoute).answers(async (_call, deps) => {
  const { version, samplePeople } = deps;
  const { environment } = deps.webhooks.rules;
  const isDevelopment = environment === 'development';
  return {
    status: 200,
    body: {
      version,
      environment,
      samplePeople: isDevelopment && samplePeople !== undefined ? await samplePeople() : [],
    },
  };
});

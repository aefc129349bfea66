import { healthRoute } from '../../../contract/operators/health.js';
import { route } from '../../route.js';

export const health = route(healthRoute).answers(async (_call, { version }) => ({
  status: 200,
  body: { status: 'ok', version },
}));

import { metricsRoute } from '../../../contract/operators/metrics.js';
import { route } from '../../route.js';

export const metrics = route(metricsRoute).answers(async (_call, deps) => ({
  status: 200,
  content: await deps.metrics.page(),
  contentType: deps.metrics.contentType,
}));

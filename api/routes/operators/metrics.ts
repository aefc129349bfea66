import { metricsRoute } from '../../../contract/operators/metrics.js';
import { route } from '../../route.js';

export const metrics = route(metricsRoute).answers(async (_call, { metrics: { registry } }) => ({
  status: 200,
  content: await registry.metrics(),
  contentType: registry.contentType,
}));

import { health } from './health.js';

export const operatorRoutes = [health] as const;

/** Time that running activities get to end when a worker is asked to stop. */
export const SHUTDOWN_GRACE = '10 seconds';
/** After this the worker ends even with running activities: they are idempotent and run again. */
export const SHUTDOWN_FORCE = '15 seconds';

/** Workflows kept in memory; above some hundred the workflow thread runs out of heap (sdk issue 2227). */
export const CACHED_WORKFLOWS_MAX = 300;
/** Concurrent workflow tasks: fewer already keep two cores busy. */
export const WORKFLOW_TASKS_MAX = 40;
/** A workflow task runs its local activities one after the other; none waits for another's slot. */
export const LOCAL_ACTIVITIES_MAX = 40;
/** Concurrent normal activities per queue; each briefly holds a database connection. */
export const ACTIVITIES_MAX = 8;

/** Time that activities in hand get to end when a worker is asked to stop. */
export const SHUTDOWN_GRACE = '10 seconds';
/** After this the worker ends, whatever is still in hand: activities are idempotent and run again. */
export const SHUTDOWN_FORCE = '15 seconds';

/** Workflows kept in memory; above some hundred the workflow thread runs out of heap (sdk issue 2227). */
export const CACHED_WORKFLOWS_MAX = 300;
/** Workflow tasks under way at once: two cores are busy with fewer. */
export const WORKFLOW_TASKS_MAX = 40;
/** A workflow task runs its local activities one after the other; none waits for another's slot. */
export const LOCAL_ACTIVITIES_MAX = 40;
/** Normal activities at once, per queue; each holds a database connection for a moment. */
export const ACTIVITIES_MAX = 8;

export const LIST_LIMIT_DEFAULT = 50;
/** A page of this size renders quickly and stays far below the time limit of an answer. */
export const LIST_LIMIT_MAX = 200;

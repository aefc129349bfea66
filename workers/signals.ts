/** The name of the only signal of lives; `workflows/messages.ts` defines it inside the sandbox. */
export const LOOK_AGAIN_SIGNAL = 'lookAgain';

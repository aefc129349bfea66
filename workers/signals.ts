/** The name of the one signal that lives listen to; `workflows/messages.ts` defines it inside the sandbox. */
export const LOOK_AGAIN_SIGNAL = 'lookAgain';

/** A fault whose message is the one sentence a person needs: what is wrong and what to do. */
export class SetupFault extends Error {
  /** @param {string} message one sentence */
  constructor(message) {
    super(message);
    this.name = 'SetupFault';
  }
}

/**
 * Runs a script's main function; a `SetupFault` ends it with its sentence and exit code 1, without a stack.
 * @param {() => Promise<void>} main
 */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof SetupFault)) throw error;
    console.error(`\nlunas: ${error.message}`);
    process.exitCode = 1;
  }
}

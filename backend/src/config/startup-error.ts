/**
 * A fault that the person who starts Hearth can mend. The message is one sentence that says what to do; it is shown
 * without a stack, and the exit code is 1.
 */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}

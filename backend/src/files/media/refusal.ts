import { ProblemError } from '../../http/problem.js';

/** Of this file nothing can be made, as often as it is tried. */
export class Refusal extends ProblemError {
  /** @param message what comes after "the file" */
  constructor(message: string, what = 'file') {
    super('VALIDATION', { detail: `The ${what} ${message}`, errors: [{ path: 'body.image', message }] });
  }
}

/** Whatever worked at it died: somebody else may have ended it. */
export class Mishap extends Refusal {}

/** It took too long, perhaps since others had the processor. */
export class Delay extends Mishap {}

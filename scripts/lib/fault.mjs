/** Something that the person at the terminal can mend: a sentence that says what to do, and what a failed program printed. */
export class Fault extends Error {
  constructor(message, output = '') {
    super(message);
    this.output = output;
  }
}

/** Runs a command's main function, and ends the process with code 1 if it fails. */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    const { output, message, stack } = error;
    process.stderr.write(error instanceof Fault ? `${output}${output && '\n'}${message}\n` : `${stack}\n`);
    process.exit(1);
  }
}

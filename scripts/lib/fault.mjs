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
    process.stderr.write(`${describe(error)}\n`);
    process.exit(1);
  }
}

function describe(error) {
  if (error instanceof Fault) return `${error.output}${error.output && '\n'}${error.message}`;
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'The disk that holds this folder is full: free some space, then try again.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `This user may not write to ${error.path}: try again as the user whom the folder belongs to.`;
    default:
      return error.stack;
  }
}

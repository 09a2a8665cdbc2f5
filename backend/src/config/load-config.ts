import { AppConfig } from './app-config.js';
import { StartupError } from './startup-error.js';
import { s3Variables, secretVariables, sharedVariables, variables, type VariableName } from './variables.js';

export type Environment = Record<string, string | undefined>;

/** Makes the configuration of the environment. A StartupError names every fault at once, one in a line. */
export function loadConfig(environment: Environment = process.env): AppConfig {
  // `PORT=` in a compose file means the same as no PORT.
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = variables.safeParse(set);
  if (result.success) {
    requireS3AsAWhole(set);
    requireOthers(set);
    return new AppConfig(result.data);
  }
  const wrong = new Set(result.error.issues.map((issue) => issue.path[0]));
  const names = variables.keyof().options.filter((name) => wrong.has(name));
  throw new StartupError(names.map((name) => describeFault(name, set[name])).join('\n'));
}

function describeFault(name: VariableName, value: string | undefined): string {
  const given = secretVariables.has(name) ? '' : `, not ${JSON.stringify(value)}`;
  return `${name} must be ${variables.shape[name].description}${given}.`;
}

function requireS3AsAWhole(set: Environment): void {
  const missing = s3Variables.filter((name) => set[name] === undefined);
  if (missing.length === s3Variables.length) return;
  const sentences = missing.map((name) => `${name} must be set too: S3 needs ${s3Variables.join(', ')}.`);
  if (sentences.length > 0) throw new StartupError(sentences.join('\n'));
}

/** A node that does a part of the work is one of several. */
function requireOthers(set: Environment): void {
  const { HEARTH_ROLE: role = 'all' } = set;
  const missing = role === 'all' ? [] : sharedVariables.filter((name) => set[name] === undefined);
  const sentences = missing.map((name) => `${name} must be set: nodes with HEARTH_ROLE=${role} share it with others.`);
  if (sentences.length > 0) throw new StartupError(sentences.join('\n'));
}

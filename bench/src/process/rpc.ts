/** Calls from the parent process to its children, over the channel that Node opens between them. */

export type Commands = Record<string, (argument: never) => unknown>;

export interface Call {
  id: number;
  command: string;
  argument: unknown;
}

export type Answer = { id: number; result: unknown } | { id: number; fault: string };

const known = new Map<string, (argument: never) => unknown>();

/** Makes this process answer calls of the commands. May be called more than once, with different commands. */
export function answer(commands: Commands): void {
  if (known.size === 0) process.on('message', (call: Call) => void run(call));
  for (const [name, command] of Object.entries(commands)) known.set(name, command);
}

async function run({ id, command, argument }: Call): Promise<void> {
  try {
    const handler = known.get(command);
    if (!handler) throw new Error(`this process has no command ${command}`);
    reply({ id, result: await handler(argument as never) });
  } catch (fault) {
    reply({ id, fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) });
  }
}

function reply(message: Answer): void {
  if (process.connected) process.send?.(message);
}

/** A child ends when its parent is gone, however that ended. */
export function endWithParent(): void {
  process.once('disconnect', () => process.exit(0));
}

/** Lets what is done by several timers in a row, each as soon as may be, come to its end. However slow the machine is, they run in the order of their setting. */
export async function someTurns(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
}

/** Milliseconds after which what waits for the first message comes all the same: there may be none to show. */
const PATIENCE = 10_000;

const BREATH = 300;

let tell: () => void = () => undefined;

/** Resolves when the first conversation has been on screen: what stands beside it may load now. */
export const firstShown = new Promise<void>((resolve) => {
  tell = resolve;
  setTimeout(resolve, PATIENCE);
});

/** After a breath, in which it is painted. */
export const noteShown = (): void => void setTimeout(tell, BREATH);

declare const HEARTH_SHAPE: string | undefined;

/** By what the app holds its data: changes with the contract and the caches, by which the build makes it. */
export const SHAPE: string = typeof HEARTH_SHAPE === 'undefined' ? 'unbuilt' : HEARTH_SHAPE;

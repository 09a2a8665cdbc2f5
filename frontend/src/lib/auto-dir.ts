/** The direction of a field by what is in it. An empty one goes with the page, so that its placeholder stands where the text will begin. */
export const autoDir = (text: string): 'auto' | undefined => (text === '' ? undefined : 'auto');

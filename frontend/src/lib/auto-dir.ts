/** Code units beyond which a browser takes seconds to find the direction again at each change: it reads all of the text for each of its lines. */
const LONG = 10_000;

/**
 * The direction of a field by what is in it. An empty one goes with the page, so that its placeholder stands where the text will begin, and
 * so does what is far too long for a message.
 */
export const autoDir = (text: string): 'auto' | undefined => (text === '' || text.length > LONG ? undefined : 'auto');

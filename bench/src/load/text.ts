// About as long as a message in a lively channel.
const WORDS = 'the quick brown fox jumps over the lazy dog and asks whether anybody has seen the notes of the last meeting';

/** The text of a message that tells when it was sent, in milliseconds of this process's clock. */
export const stampedText = (): string => `${performance.now().toFixed(3)} ${WORDS}`;

export const sentAt = (text: string): number => Number(text.slice(0, text.indexOf(' ')));

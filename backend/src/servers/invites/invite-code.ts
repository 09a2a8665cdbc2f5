import { randomInt } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const LENGTH = 10;

/** Whether a text can be a code at all. What cannot is not looked up: Postgres refuses some text. */
export const isInviteCode = (text: string): boolean => /^[0-9A-Za-z]{1,64}$/.test(text);

/** 59 random bits: nobody finds an invite by trying. */
export const makeInviteCode = (): string => Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

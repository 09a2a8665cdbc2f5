import { describe, expect, it } from '@jest/globals';
import { inviteCodeIn, paths } from './paths';

describe('inviteCodeIn', () => {
  it.each([
    ['https://hearth.example/invite/qW3r-Ty_9', 'qW3r-Ty_9'],
    ['http://localhost:3000/invite/abc/?utm=1', 'abc'],
    ['hearth.example/invite/abc#x', 'abc'],
    ['  abc ', 'abc'],
    [paths.invite('abc'), 'abc'],
  ])('%j', (text, code) => {
    expect(inviteCodeIn(text)).toBe(code);
  });

  it.each(['', 'two words', 'https://hearth.example/servers/1/channels/2', 'https://hearth.example/'])('finds none in %j', (text) => {
    expect(inviteCodeIn(text)).toBeNull();
  });
});

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { fireEvent } from '@testing-library/react';
import { catchKeys, takeKeys } from './early-keys';

let field: HTMLTextAreaElement;
/** What reaches whatever has the focus. */
let heard: string[];

beforeEach(() => {
  jest.useFakeTimers();
  field = document.createElement('textarea');
  document.body.append(field);
  heard = [];
  field.addEventListener('keydown', ({ key }) => heard.push(key));
});

afterEach(() => {
  takeKeys();
  field.remove();
  jest.useRealTimers();
});

/** @returns whether the browser does with them what it does */
const press = (...keys: string[]): boolean[] => keys.map((key) => fireEvent.keyDown(field, { key }));

describe('what is typed before its field is there', () => {
  it('is kept for it, and nothing else hears of it', () => {
    catchKeys();
    expect(press('r', 'y', 'y', 'Backspace', 'e', ' ', 'Enter')).not.toContain(true);
    expect(heard).toEqual([]);
    expect(takeKeys()).toBe('rye ');
  });

  it('is nothing any more once it was taken', () => {
    catchKeys();
    press('a');
    takeKeys();
    expect(press('b')).toEqual([true]);
    expect([takeKeys(), heard]).toEqual(['', ['b']]);
  });

  it('is begun anew with every field', () => {
    catchKeys();
    press('a');
    catchKeys();
    press('b');
    expect(takeKeys()).toBe('b');
  });

  it.each([
    ['Escape', () => press('Escape')],
    ['a press of the mouse', () => fireEvent.pointerDown(field)],
    ['a while', () => jest.advanceTimersByTime(3_000)],
  ])('is typed where the focus is after %s', (_, leave) => {
    catchKeys();
    leave();
    heard = [];
    expect(press('a')).toEqual([true]);
    expect(heard).toEqual(['a']);
  });

  it('leaves the keys of the browser alone', () => {
    catchKeys();
    expect(fireEvent.keyDown(field, { key: 'r', ctrlKey: true })).toBe(true);
    expect(press('F5')).toEqual([true]);
    expect(takeKeys()).toBe('');
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, waitFor } from '@testing-library/react';
import { queryClient } from '@/api';
import { takeEarlyFiles } from '../early-files';
import { EarlyFiles } from './EarlyFiles';

let field: HTMLTextAreaElement;
let isHere: boolean;

beforeEach(() => {
  isHere = true;
  field = document.createElement('textarea');
  document.body.append(field);
  render(
    <QueryClientProvider client={queryClient}>
      <EarlyFiles channelId="7" field={{ current: field }} keys="mod+u" isMeant={() => isHere} />
    </QueryClientProvider>,
  );
});

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

/** @returns whether the browser does with it what it does */
const press = (): boolean => fireEvent.keyDown(field, { key: 'u', ctrlKey: true });

/** The person has chosen in the chooser of the system. */
async function choose(file: File): Promise<void> {
  const chooser = await waitFor(() => {
    const found = document.querySelector('input[type=file]');
    if (!found) throw new Error('No chooser is open');
    return found;
  });
  Object.defineProperty(chooser, 'files', { value: [file] });
  fireEvent.change(chooser);
}

describe('the key for files before there is anything that takes them', () => {
  it('opens the chooser, and what is chosen waits for its field', async () => {
    expect(press()).toBe(false);
    const file = new File(['x'], 'ship.png');
    await choose(file);
    expect(takeEarlyFiles(document.createElement('textarea'))).toBeNull();
    expect(await takeEarlyFiles(field)).toEqual([file]);
    expect(takeEarlyFiles(field)).toBeNull();
  });

  it('is left alone where it is meant for something else', () => {
    isHere = false;
    expect(press()).toBe(true);
    expect(takeEarlyFiles(field)).toBeNull();
  });
});

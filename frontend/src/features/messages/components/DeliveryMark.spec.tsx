import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import { startI18n } from '@/i18n';
import { DeliveryMark, type MarkState } from './DeliveryMark';

beforeAll(() => startI18n());
afterEach(cleanup);

const states: [MarkState, string][] = [
  ['pending', 'Sending'],
  ['sent', 'Sent'],
  ['delivered', 'Delivered'],
  ['read', 'Read'],
  ['failed', 'Not sent'],
];

const shapeOf = (state: MarkState): string => {
  const { container } = render(<DeliveryMark state={state} />);
  const drawn = container.querySelector('svg')?.innerHTML ?? '';
  cleanup();
  return drawn;
};

describe('DeliveryMark', () => {
  it.each(states)('%s has a text', (state, text) => {
    render(<DeliveryMark state={state} />);
    expect(screen.getByRole('img', { name: text })).toBeTruthy();
  });

  it('has a shape of its own for every state, so that colour is never alone', () => {
    expect(new Set(states.map(([state]) => shapeOf(state))).size).toBe(states.length);
  });
});

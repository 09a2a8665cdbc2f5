/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { RowGestures, type GesturePorts } from './gestures';

const ports = {
  maySwipe: jest.fn<GesturePorts['maySwipe']>(),
  onSwiped: jest.fn<GesturePorts['onSwiped']>(),
  onDoubleTap: jest.fn<GesturePorts['onDoubleTap']>(),
  show: jest.fn<GesturePorts['show']>(),
};

let gestures: RowGestures;
let now = 0;

beforeEach(() => {
  document.body.innerHTML = '<div id="list"><article data-row="one"><p>Text</p><button>Act</button></article></div>';
  const list = document.getElementById('list');
  if (!list) throw new Error('The list is there');
  ports.maySwipe.mockReturnValue(true);
  gestures = new RowGestures(list, ports);
});

afterEach(() => {
  gestures.stop();
  jest.clearAllMocks();
});

function touch(type: 'touchstart' | 'touchmove' | 'touchend', x: number, y: number, on = 'p'): void {
  now += 50;
  const point = { clientX: x, clientY: y };
  const event = new Event(type, { bubbles: true });
  const told = { touches: type === 'touchend' ? [] : [point], changedTouches: [point], timeStamp: now };
  for (const [name, value] of Object.entries(told)) Object.defineProperty(event, name, { value });
  document.querySelector(on)?.dispatchEvent(event);
}

function draw(...points: [x: number, y: number][]): void {
  const [[x, y] = [0, 0]] = points;
  touch('touchstart', x, y);
  for (const [nextX, nextY] of points.slice(1)) touch('touchmove', nextX, nextY);
  const [lastX, lastY] = points.at(-1) ?? [0, 0];
  touch('touchend', lastX, lastY);
}

const tap = (on?: string) => {
  touch('touchstart', 200, 100, on);
  touch('touchend', 200, 100, on);
};

describe('a swipe', () => {
  it('answers once it is far enough', () => {
    draw([400, 100], [380, 102], [300, 104]);
    expect(ports.onSwiped).toHaveBeenCalledWith('one');
    expect(ports.show).toHaveBeenLastCalledWith(null);
  });

  it('answers nothing when it is drawn back', () => {
    draw([400, 100], [300, 100], [390, 100]);
    expect(ports.onSwiped).not.toHaveBeenCalled();
  });

  it.each<[string, [number, number][]]>([
    [
      'up and down',
      [
        [400, 100],
        [390, 140],
        [250, 150],
      ],
    ],
    [
      'the other way',
      [
        [400, 100],
        [500, 100],
      ],
    ],
    [
      'from the edge of the screen',
      [
        [1_010, 100],
        [800, 100],
      ],
    ],
  ])('%s is none', (_, points) => {
    draw(...points);
    expect(ports.onSwiped).not.toHaveBeenCalled();
    expect(ports.show).not.toHaveBeenCalled();
  });

  it('goes the other way where one reads from right to left', () => {
    document.querySelector('article')?.setAttribute('style', 'direction: rtl');
    draw([400, 100], [300, 100]);
    expect(ports.onSwiped).not.toHaveBeenCalled();
    draw([400, 100], [500, 100]);
    expect(ports.onSwiped).toHaveBeenCalledTimes(1);
  });

  it('leaves code that is wider than its row to the finger', () => {
    const text = document.querySelector('p');
    text?.setAttribute('style', 'overflow-x: auto');
    Object.defineProperty(text, 'scrollWidth', { value: 900 });
    draw([400, 100], [300, 100]);
    expect(ports.onSwiped).not.toHaveBeenCalled();
  });

  it('leaves what it leads to the side', () => {
    document.querySelector('p')?.setAttribute('role', 'slider');
    draw([400, 100], [380, 102], [300, 104]);
    expect(ports.onSwiped).not.toHaveBeenCalled();
  });

  it('draws nothing that cannot be answered', () => {
    ports.maySwipe.mockReturnValue(false);
    draw([400, 100], [300, 100]);
    expect(ports.onSwiped).not.toHaveBeenCalled();
  });
});

describe('two taps', () => {
  it('react, and a third begins anew', () => {
    tap();
    expect(ports.onDoubleTap).not.toHaveBeenCalled();
    tap();
    tap();
    expect(ports.onDoubleTap).toHaveBeenCalledTimes(1);
  });

  it('with time between them are two', () => {
    tap();
    now += 1_000;
    tap();
    expect(ports.onDoubleTap).not.toHaveBeenCalled();
  });

  it.each(['button', 'p'])('on what acts by itself do not: %s', (place) => {
    document.querySelector('p')?.setAttribute('data-taps', '');
    tap(place);
    tap(place);
    expect(ports.onDoubleTap).not.toHaveBeenCalled();
  });
});

import type { Attachment } from '@hearth/contract';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render } from '@testing-library/react';
import { useConnectionStore } from '@/features/connection/connection-store';
import { startI18n } from '@/i18n';
import { pictureSources } from './file-address';
import { Picture } from './Picture';

beforeAll(() => startI18n());
afterEach(cleanup);

const PLACEHOLDER = 'data:image/webp;base64,AAAA';

const picture: Attachment = {
  ...{ id: '7', name: 'harbour.png', contentType: 'image/png', size: 1, kind: 'image', state: 'ready' },
  ...{ variants: ['preview', 'full'], width: 4_000, height: 300, placeholder: PLACEHOLDER },
};

function show() {
  const { container } = render(<Picture picture={picture} width={260} height={195} />);
  const image = () => container.querySelector('img');
  const fail = () => fireEvent.error(image() ?? container);
  return { image, fail };
}

describe('a picture in its tile', () => {
  it('is fetched as large as it covers the tile, and not seen twice once it is there', () => {
    const { image } = show();
    expect(image()?.sizes).toBe('2600px');
    expect(image()?.style.backgroundImage).toContain(PLACEHOLDER);
    fireEvent.load(image() ?? document);
    expect(image()?.style.backgroundImage).toBe('');
  });

  it('has some width in each of its sizes, be it as narrow as a thread', () => {
    const sources = pictureSources({ ...picture, width: 1, height: 20_000 });
    expect(sources).toBe('/api/v1/files/7/preview 1w, /api/v1/files/7/full 1w');
  });

  it('that did not come is asked for again once the network is back', () => {
    const { image, fail } = show();
    fail();
    expect(image()).toBeNull();
    act(() => void window.dispatchEvent(new Event('online')));
    expect(image()).not.toBeNull();
  });

  it('that did not come is asked for again once the server is back', () => {
    const { image, fail } = show();
    act(() => useConnectionStore.setState({ realtime: 'ready', hasLoaded: true }));
    fail();
    act(() => useConnectionStore.setState({ realtime: 'waiting' }));
    expect(image()).toBeNull();
    act(() => useConnectionStore.setState({ realtime: 'ready' }));
    expect(image()).not.toBeNull();
  });
});

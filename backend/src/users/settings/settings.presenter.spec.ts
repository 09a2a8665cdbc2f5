import { describe, expect, it } from '@jest/globals';
import { defaultSettings } from '@hearth/contract';
import { presentSettings } from './settings.presenter.js';

describe('presentSettings', () => {
  it('shows the defaults to whoever changed nothing', () => {
    expect(presentSettings({})).toEqual(defaultSettings);
  });

  it('keeps what was chosen, null too', () => {
    expect(presentSettings({ theme: 'dark', language: null, fontSize: 18 })).toEqual({ ...defaultSettings, theme: 'dark', fontSize: 18 });
  });

  it.each([{ theme: 'sepia' }, { fontSize: 400 }, { unknown: true }, null, 'text'])('leaves out what it does not know: %j', (stored) => {
    expect(presentSettings(stored)).toEqual(defaultSettings);
  });
});

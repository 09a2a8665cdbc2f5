import { describe, expect, it } from '@jest/globals';
import { chooseLanguage, localeFor } from './languages';

describe('chooseLanguage', () => {
  it('takes what was chosen over what the browser asks for', () => {
    expect(chooseLanguage('ar', ['en-GB'])).toBe('ar');
  });

  it('takes the first language of the browser that the app speaks', () => {
    expect(chooseLanguage(null, ['is-IS', 'ar-EG', 'en'])).toBe('ar');
  });

  it('falls back to English for what it does not speak', () => {
    expect(chooseLanguage('is', ['is'])).toBe('en');
    expect(chooseLanguage(null, [])).toBe('en');
    expect(chooseLanguage('constructor', [])).toBe('en');
  });
});

describe('localeFor', () => {
  it("keeps the browser's variant of the language", () => {
    expect(localeFor('en', ['ar-EG', 'en-GB', 'en-US'])).toBe('en-GB');
    expect(localeFor('ar', ['en-GB'])).toBe('ar');
  });
});

import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { startI18n } from '@/i18n';
import { Markdown } from './Markdown';

beforeAll(() => startI18n());
afterEach(cleanup);

describe('Markdown', () => {
  it('makes elements of marks and never of HTML', () => {
    const { container } = render(<Markdown text={'**bold** <img src=x onerror=alert(1)> <b>not bold</b>'} />);
    expect(container.querySelectorAll('strong')).toHaveLength(1);
    expect(container.querySelectorAll('img, b, script')).toHaveLength(0);
    expect(container.textContent).toBe('bold <img src=x onerror=alert(1)> <b>not bold</b>');
  });

  it('opens links elsewhere, tells them nothing, and says where a named one leads', () => {
    render(<Markdown text="https://a.example/x and [my bank](https://evil.example/)" />);
    const [bare, named] = screen.getAllByRole('link');
    for (const link of [bare, named]) {
      expect(link?.getAttribute('target')).toBe('_blank');
      expect(link?.getAttribute('rel')).toBe('noopener noreferrer nofollow');
    }
    expect(bare?.dataset['tooltip']).toBeUndefined();
    expect(named?.dataset['tooltip']).toBe('https://evil.example/');
  });

  it('hides a spoiler until it is asked for', () => {
    render(<Markdown text="||the butler||" />);
    const cover = screen.getByRole('button', { name: 'Show hidden text' });
    fireEvent.click(cover);
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText('the butler')).toBeTruthy();
  });

  it('lets every block find its direction', () => {
    const { container } = render(<Markdown text={'hello\n\nمرحبا'} />);
    expect([...container.querySelectorAll('p')].map((block) => block.dir)).toEqual(['auto', 'auto']);
  });

  it('enlarges emoji that stand alone', () => {
    const { container } = render(<Markdown text="🔥" />);
    expect(container.querySelector('.text-emoji')).not.toBeNull();
  });

  it('keeps code as it is, with a name for its box', async () => {
    render(<Markdown text={'```js\nlet **a** = 1;\n```'} />);
    const box = await screen.findByRole('group', { name: 'Code in js' });
    expect(box.textContent).toBe('let **a** = 1;');
  });
});

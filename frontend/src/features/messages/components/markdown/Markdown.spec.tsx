import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { startI18n } from '@/i18n';
import { Markdown } from './Markdown';

beforeAll(async () => {
  document.documentElement.dataset['motion'] = 'full';
  await startI18n();
});
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

  it('shows the emoji of servers, and their names where there is no picture', async () => {
    const { container } = render(<Markdown text="<:wave:11>" />);
    const picture = await screen.findByRole('img', { name: ':wave:' });
    expect(picture.getAttribute('src')).toBe('/api/v1/files/11/picture');
    expect(picture.dataset['tooltip']).toBe(':wave:');
    expect(container.querySelector('.text-emoji')).not.toBeNull();
    fireEvent.error(picture);
    expect(container.textContent).toBe(':wave:');
  });

  it('shows emoji that do not move to whoever wants that', async () => {
    document.documentElement.dataset['motion'] = 'reduced';
    render(<Markdown text="hi <:wave:11>" />);
    const picture = await screen.findByRole('img', { name: ':wave:' });
    document.documentElement.dataset['motion'] = 'full';
    expect(picture.getAttribute('src')).toBe('/api/v1/files/11/still');
    fireEvent.error(picture);
    expect(picture.getAttribute('src')).toBe('/api/v1/files/11/picture');
  });

  it('keeps code as it is, with a name for its box', async () => {
    render(<Markdown text={'```js\nlet **a** = 1;\n```'} />);
    const box = await screen.findByRole('group', { name: 'Code in js' });
    expect(box.textContent).toBe('let **a** = 1;');
  });
});

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { applyAppearance, FONT_SIZE, type Appearance } from '@/lib/appearance';
import { englishLabels, UiProvider } from '@/ui';
import { loadParts } from '@/lib/lazy-part';
import '@/styles/app.css';
import { Gallery } from './Gallery';

function choice<Value extends string>(params: URLSearchParams, name: string, allowed: readonly [Value, ...Value[]]): Value {
  return allowed.find((value) => value === params.get(name)) ?? allowed[0];
}

/** `?theme=dark&contrast=high&dir=rtl&size=20` */
function appearanceFromQuery(params: URLSearchParams): Appearance {
  const dir = choice(params, 'dir', ['ltr', 'rtl']);
  return {
    theme: choice(params, 'theme', ['system', 'light', 'dark']),
    contrast: choice(params, 'contrast', ['system', 'normal', 'high']),
    motion: choice(params, 'motion', ['system', 'full', 'reduced']),
    fontSize: Number(params.get('size') ?? FONT_SIZE.normal),
    dir,
    lang: dir === 'rtl' ? 'ar' : 'en',
  };
}

const appearance = appearanceFromQuery(new URLSearchParams(location.search));
applyAppearance(appearance);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <UiProvider dir={appearance.dir} labels={englishLabels}>
        <Gallery />
      </UiProvider>
    </StrictMode>,
  );
  loadParts();
}

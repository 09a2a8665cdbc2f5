import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { firstShown } from '@/features/messages';
import { startI18n } from '@/i18n';
import { loadParts } from '@/lib/lazy-part';
import '@/styles/app.css';
import { App } from './App';
import { start } from './start';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the app');

start();
// Without its texts there is nothing to show.
await startI18n();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
void firstShown.then(loadParts);

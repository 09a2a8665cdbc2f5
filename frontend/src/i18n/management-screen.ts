import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { persistently } from '@/lib/lazy-part';
import { loadManagementTexts } from './i18n';

/** A screen on which people run a server, loaded with its texts when it is first shown. */
export const managementScreen = <Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> =>
  lazy(async () => {
    const [screen] = await Promise.all([persistently(load), persistently(loadManagementTexts)]);
    return screen;
  });

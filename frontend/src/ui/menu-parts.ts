import type { Menu } from '@base-ui/react/menu';
import { createContext, use } from 'react';

type MenuParts = typeof Menu;

/** The parts of the headless menu, which arrive with MenuBody: items are named by features long before they are shown. */
export const MenuPartsContext = /* @__PURE__ */ createContext<MenuParts | null>(null);

export function useMenuParts(): MenuParts {
  const parts = use(MenuPartsContext);
  if (!parts) throw new Error('Menu items belong inside Menu or ContextMenu');
  return parts;
}

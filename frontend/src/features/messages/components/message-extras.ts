import type { Message } from '@hearth/contract';
import { createContext, use, type ComponentType } from 'react';

type Part = ComponentType<{ message: Message }>;

/** What other features add to messages; the same components for the life of a conversation. */
export interface MessageExtras {
  /** Above the text. */
  Above?: Part;
  /** Under the text, and under notices. */
  Below?: Part;
  /** Entries of a message's menu. */
  MenuItems?: Part;
}

const nothing: MessageExtras = {};

export const ExtrasContext = createContext(nothing);

export const useExtras = (): MessageExtras => use(ExtrasContext);

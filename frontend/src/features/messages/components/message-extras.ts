import type { Message } from '@hearth/contract';
import { createContext, use, type ComponentType, type ReactNode } from 'react';

type Part = ComponentType<{ message: Message }>;

export interface BesideSendProps {
  channelId: string;
  text: string;
  replyToId: string | null;
  /** The button that sends was held down. */
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export interface RecorderProps {
  channelId: string;
  /** Slow mode makes wait. */
  isHeldUp: boolean;
  /** What was recorded covers the place to write, or no more. */
  onRecording: (isOn: boolean) => void;
  /** What stands in its place for those who may not. */
  children: ReactNode;
}

/** What other features add to messages; the same components for the life of a conversation. */
export interface MessageExtras {
  /** Above the text. */
  Above?: Part;
  /** Under the text, and under notices. */
  Below?: Part;
  /** Offers to go to another day. */
  pickDay?: (channelId: string) => void;
  /** Offers to hand it on to other conversations. */
  forward?: (message: Message) => void;
  /** Beside the button that sends what is written. */
  BesideSend?: ComponentType<BesideSendProps>;
  /** In the place of that button while nothing is written. */
  Recorder?: ComponentType<RecorderProps>;
  /** Above the place to write. */
  AboveComposer?: ComponentType<{ channelId: string }>;
  /** Entries of a message's menu. */
  MenuItems?: Part;
}

const nothing: MessageExtras = {};

export const ExtrasContext = createContext(nothing);

export const useExtras = (): MessageExtras => use(ExtrasContext);

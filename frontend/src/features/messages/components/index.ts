export { BubblesContext } from './bubbles';
export { Conversation, type ConversationProps } from './Conversation';
export { concealedText } from './concealed-text';
export { DeliveryMark } from './DeliveryMark';
export type { MessageExtras } from './message-extras';
export { noticeText } from './notice-text';
export { ConversationSkeleton } from './ConversationSkeleton';
export { focusComposer } from './focus-composer';
export { useStalled } from './use-stalled';

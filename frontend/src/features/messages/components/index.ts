export { BubblesContext } from './bubbles';
export { Conversation } from './Conversation';
export { DeliveryMark } from './DeliveryMark';
export { noticeText } from './notice-text';
export { ConversationSkeleton } from './ConversationSkeleton';
export { focusComposer } from './focus-composer';
export { useStalled } from './use-stalled';

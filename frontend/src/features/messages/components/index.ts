export { Conversation } from './Conversation';
export { ConversationSkeleton } from './ConversationSkeleton';
export { focusComposer } from './focus-composer';
export { useStalled } from './use-stalled';

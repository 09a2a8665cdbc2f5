/** `sendVoice(channelId, recorded)`: what somebody said, as a message of its own. */
export { sendVoice } from './send-voice';

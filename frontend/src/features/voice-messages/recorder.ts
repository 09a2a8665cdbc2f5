import { systemClock } from '@/api';
import { sendVoice } from '@/features/messages/voice';
import { takeTurn } from '@/features/player';
import { openMicrophone } from './microphone';
import { useRecordStore } from './record-store';
import { VoiceRecorder } from './voice-recorder';

const pause = (): void => void recorder.pause();

export const recorder: VoiceRecorder = new VoiceRecorder({
  clock: systemClock,
  open: openMicrophone,
  hush: () => takeTurn(pause),
  send: sendVoice,
  get: useRecordStore.getState,
  set: useRecordStore.setState,
});

import { beforeEach, describe, expect, it } from '@jest/globals';
import { uploadsNow, useUploadStore, type Upload } from '@/features/uploads';
import { refusal } from './fake-outbox';
import { outbox } from './client';
import { addVoice, addWithFiles, retryFiles, retryWithoutFailed } from './message-files';
import { useOutboxStore } from './outbox-store';
import { harmfulFiles, submissionOf, type PendingMessage } from './pending-message';

const file = new Blob(['words']);

const upload = (key: string, fields: Partial<Upload> = {}): Upload => ({
  ...{ key, channelId: '1', nonce: null, original: file, file, name: `${key}.txt`, isSmaller: false, alt: '', spoiler: false },
  ...{ state: 'sending', sent: 0, isWhole: false, rate: null, url: `/files/7${key}`, told: null, fault: null },
  ...fields,
});

const show = (...uploads: Upload[]) => useUploadStore.setState({ uploads });

const waiting = (): PendingMessage => {
  const [pending] = useOutboxStore.getState().pending;
  if (!pending) throw new Error('Nothing waits');
  return pending;
};

beforeEach(() => {
  outbox.close();
  show();
});

describe('a message with files', () => {
  it('takes what lies beside it, and learns what becomes of each', () => {
    show(upload('a', { state: 'done' }), upload('b'), upload('c', { channelId: '2' }));
    addWithFiles('1', 'hello', null);
    expect(waiting().files?.map(({ key, id }) => [key, id])).toEqual([
      ['a', '7a'],
      ['b', null],
    ]);
    const { nonce } = waiting();
    show(upload('a', { nonce, state: 'done' }), upload('b', { nonce, state: 'done' }));
    expect(waiting().files?.map(({ id }) => id)).toEqual(['7a', '7b']);
  });

  it('fails with a file that the server refuses, and says why', () => {
    show(upload('a'));
    addWithFiles('1', '', null);
    const { nonce } = waiting();
    const { problem } = refusal('QUOTA_EXCEEDED', 403);
    show(upload('a', { nonce, state: 'failed', fault: problem }));
    expect(waiting()).toMatchObject({ state: 'failed', problem: { code: 'QUOTA_EXCEEDED' } });
  });

  it('fails with one that this device does not have any more', () => {
    show(upload('a'));
    addWithFiles('1', '', null);
    show(upload('a', { nonce: waiting().nonce, state: 'failed', fault: 'gone' }));
    expect(waiting()).toMatchObject({ state: 'failed', problem: null });
  });

  it('asks for all of them anew where the server has swept them', () => {
    show(upload('a', { state: 'done' }), upload('b'));
    addWithFiles('1', '', null);
    const swept = refusal('VALIDATION', 422).problem;
    outbox.refuse(waiting().nonce, { ...swept, errors: [{ path: 'body.attachmentIds', message: 'gone' }] });
    retryFiles(waiting());
    expect(waiting().state).toBe('pending');
    expect(waiting().files?.map(({ id }) => id)).toEqual([null, null]);
  });

  it('goes without the one in which something harmful was found', () => {
    show(upload('a', { state: 'done' }), upload('b', { state: 'done' }), upload('c'));
    addWithFiles('1', '', null);
    const { problem } = refusal('FILE_QUARANTINED', 422);
    const { nonce } = waiting();
    outbox.refuse(nonce, { ...problem, errors: [{ path: 'body.attachmentIds.1', message: 'harmful' }] });
    expect(harmfulFiles(waiting()).map(({ key }) => key)).toEqual(['b']);
    retryFiles(waiting());
    expect(waiting().files?.map(({ id }) => id)).toEqual(['7a', '7b', null]);
    outbox.refuse(nonce, { ...problem, errors: [{ path: 'body.attachmentIds.1', message: 'harmful' }] });
    retryWithoutFailed(waiting());
    expect(waiting()).toMatchObject({ state: 'pending', files: [{ key: 'a' }, { key: 'c' }] });
  });

  it('that is a voice message is heard here, and goes once the server has it', async () => {
    await addVoice('1', { file: new Blob(['sound'], { type: 'audio/ogg' }), duration: 2, waveform: 'AAAA' }, null);
    const [sound] = uploadsNow();
    expect(sound).toMatchObject({ name: 'voice-message.ogg', nonce: waiting().nonce, recorded: { duration: 2, waveform: 'AAAA' } });
    expect(waiting()).toMatchObject({ content: '', voice: { duration: 2 }, files: [{ key: sound?.key, id: null }] });
    show({ ...sound!, state: 'done', url: '/files/7' });
    expect(submissionOf(waiting()).body).toMatchObject({ voice: true, attachmentIds: ['7'] });
  });
});

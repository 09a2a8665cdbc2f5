import { expect, it } from '@jest/globals';
import { forgetOwnFiles, noteOwnFiles, ownFile } from './own-files';
import type { Upload } from './upload';

const upload = (fileId: string, pixels?: Upload['pixels']): Upload => ({
  ...{ key: fileId, channelId: '1', nonce: 'n', original: new Blob([fileId]), file: null, name: fileId, isSmaller: false, pixels },
  ...{
    state: 'sending',
    sent: 0,
    isWhole: false,
    rate: null,
    url: `/api/v1/files/${fileId}`,
    told: null,
    fault: null,
    alt: '',
    spoiler: false,
  },
});

it('what was sent from here is known here, the last of it', () => {
  noteOwnFiles([{ ...upload('0'), url: null }, upload('1', { width: 8, height: 6 })]);
  expect([ownFile('0'), ownFile('1')?.pixels]).toEqual([undefined, { width: 8, height: 6 }]);
  for (let id = 2; id < 200; id += 1) noteOwnFiles([upload(`${id}`)]);
  expect([ownFile('1'), ownFile('199')?.original.size]).toEqual([undefined, 3]);
  forgetOwnFiles();
  expect(ownFile('199')).toBeUndefined();
});

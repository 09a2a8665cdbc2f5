import { describe, expect, it } from '@jest/globals';
import { noteLocked, takeLocked, useLockedFiles } from './locked-away';
import { buildMessage } from './fixtures';

const file = { id: '7', name: 'bill.zip', contentType: 'application/zip', size: 9, kind: 'file' as const, variants: [] };

describe('an own file in which something harmful was found', () => {
  it('is told of once', () => {
    noteLocked(buildMessage({ seq: 1, attachments: [{ ...file, state: 'processing' }] }));
    expect(useLockedFiles.getState().files).toEqual([]);
    const message = buildMessage({ seq: 1, attachments: [{ ...file, state: 'quarantined', threat: 'Eicar-Test-Signature' }] });
    noteLocked(message);
    expect(useLockedFiles.getState().files).toEqual([{ id: '7', name: 'bill.zip', threat: 'Eicar-Test-Signature' }]);
    takeLocked();
    noteLocked(message);
    expect(useLockedFiles.getState().files).toEqual([]);
  });
});

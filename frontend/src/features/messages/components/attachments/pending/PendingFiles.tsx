import { Suspense } from 'react';
import { harmfulFiles, type PendingMessage } from '@/features/messages';
import { useUploadsOf, type Upload } from '@/features/uploads';
import { lazyPart } from '@/lib/lazy-part';
import { heightOf } from '../arrange';
import { expected } from './expected';

const PendingAttachments = lazyPart(() => import('./PendingAttachments'));

/** Under the text of a message that is on its way its files. Their place is there from the start. */
export function PendingFiles({ pending }: { pending: PendingMessage }) {
  const uploads = useUploadsOf(pending.nonce).map(asRefused(pending));
  if (!pending.files) return null;
  const attachments = expected(pending, uploads);
  return (
    <Suspense fallback={<div style={{ height: heightOf({ attachments, type: pending.voice ? 'VOICE' : 'DEFAULT' }) }} />}>
      <PendingAttachments {...{ pending, attachments, uploads }} />
    </Suspense>
  );
}

/** What was found in a file on the server stands with that file. */
function asRefused(pending: PendingMessage): (upload: Upload) => Upload {
  const harmful = new Set(harmfulFiles(pending).map(({ key }) => key));
  return (upload) => (harmful.has(upload.key) ? { ...upload, state: 'failed', fault: pending.problem } : upload);
}

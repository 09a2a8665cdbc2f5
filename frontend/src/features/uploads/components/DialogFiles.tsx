import { Camera, Upload } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from '@/i18n';
import { useMediaQuery } from '@/lib/use-media-query';
import { Button, FormError, IconButton } from '@/ui';
import { heldQueue } from '../client';
import { pickFiles } from '../pick-files';
import { trayOf } from '../upload-store';
import { useAttach } from '../use-attach';
import { useMayAttach } from '../use-may-attach';
import FileTarget from './FileTarget';
import Tray from './Tray';

export interface DialogFilesProps {
  /** Where they are sent. */
  channelId: string;
  /** Of this dialog alone. */
  trayId: string;
  /** Which key chooses some, as `Kbd` shows it. */
  keys: string;
  error?: string | undefined;
}

/** The files that go with what is written in a dialog. Those that are not sent when it closes are given up. */
export function DialogFiles({ channelId, trayId, keys, error }: DialogFilesProps) {
  const place = useRef<HTMLDivElement>(null);
  const mayAttach = useMayAttach(channelId);
  useEffect(
    () => () => {
      for (const { key } of trayOf(trayId)) heldQueue()?.remove(key);
    },
    [trayId],
  );
  // Another dialog may lie over this one.
  const isMeant = () => place.current?.closest('[role="dialog"]')?.contains(document.activeElement) ?? false;
  return (
    <div ref={place} className="flex flex-col gap-2">
      {mayAttach && <Choose channelId={channelId} trayId={trayId} />}
      <Tray trayId={trayId} onEmpty={() => place.current?.querySelector('button')?.focus()} className="rounded-card" />
      <FormError>{error}</FormError>
      <FileTarget {...{ channelId, trayId, keys, isMeant }} field={place} />
    </div>
  );
}

function Choose({ channelId, trayId }: Pick<DialogFilesProps, 'channelId' | 'trayId'>) {
  const { t } = useTranslation();
  const attach = useAttach(channelId, trayId);
  const isPhone = useMediaQuery('(pointer: coarse)');
  const pick = (from: 'files' | 'camera') => () => void pickFiles(from).then(attach);
  return (
    <div className="flex gap-2">
      <Button icon={Upload} onClick={pick('files')}>
        {t('uploads.choose')}
      </Button>
      {isPhone && <IconButton icon={Camera} label={t('uploads.camera')} onClick={pick('camera')} />}
    </div>
  );
}

import { hasPermission, type ServerStorage, type StoredFile } from '@hearth/contract';
import { useState } from 'react';
import { useChannels } from '@/features/channels';
import { useChannelPermissions, type HeldServer } from '@/features/servers';
import { useMe } from '@/features/users';
import { useErrorText, useFormat, useTranslation } from '@/i18n';
import { ErrorState, Picker, Skeleton, SkeletonGroup, type PickerItem } from '@/ui';
import { useDeleteServerFiles } from '../mutations';
import { serverStorageKey, useServerFiles, useServerStorage } from '../queries';
import { FileList } from './FileList';
import { Shares } from './Shares';
import { UsageBar } from './UsageBar';

/** What the files of a server take, where, and the biggest of them. */
export default function ServerStorageSettings({ server }: { server: HeldServer }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const use = useServerStorage(server.id);
  if (use.isPending)
    return (
      <SkeletonGroup className="flex flex-col gap-3">
        <Skeleton shape="block" className="h-10" />
        <Skeleton shape="block" className="h-40" />
      </SkeletonGroup>
    );
  if (use.isError)
    return (
      <ErrorState title={t('storage.failed')} onRetry={() => void use.refetch()}>
        {errorText(use.error)}
      </ErrorState>
    );
  return (
    <div className="flex flex-col gap-8">
      <UsageBar label={t('storage.ofServer')} bytes={use.data.bytes} limit={use.data.limit} />
      <Parts server={server} use={use.data} />
      <Biggest server={server} use={use.data} />
    </div>
  );
}

interface PartProps {
  server: HeldServer;
  use: ServerStorage;
}

function Parts({ server, use }: PartProps) {
  const { t } = useTranslation();
  const names = useNames(server);
  const channels = use.channels.map(({ channelId, ...usage }) => ({ key: channelId, label: names(channelId), ...usage }));
  const hidden = use.hidden.bytes > 0 ? [{ key: 'hidden', label: t('storage.hidden'), ...use.hidden }] : [];
  return (
    <div className="grid gap-8 tablet:grid-cols-2">
      <Shares
        title={t('storage.byKind')}
        shares={use.kinds.map(({ kind, ...usage }) => ({ key: kind, label: t(`storage.kinds.${kind}`), ...usage }))}
        whole={use.bytes}
      />
      <Shares title={t('storage.byChannel')} shares={[...channels, ...hidden]} whole={use.bytes} />
    </div>
  );
}

function Biggest({ server, use }: PartProps) {
  const { t } = useTranslation();
  const [channel, setChannel] = useState<PickerItem | null>(null);
  const list = useServerFiles(server.id, channel?.value);
  const names = useNames(server);
  const mayDelete = useMayDelete(server);
  const deletion = useDeleteServerFiles(serverStorageKey(server.id));
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-heading font-semibold">{t('storage.biggest')}</h3>
      <FileList
        list={list}
        withOwner
        mayDelete={mayDelete}
        warning={t('storage.serverWarning')}
        deletion={deletion}
        filters={
          <Picker
            label={t('storage.channel')}
            placeholder={t('storage.allChannels')}
            items={use.channels.map(({ channelId }) => ({ value: channelId, label: names(channelId) }))}
            value={channel}
            onValueChange={setChannel}
            className="flex-1"
          />
        }
      />
    </section>
  );
}

function useNames(server: HeldServer): (channelId: string) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const channels = useChannels(server.id);
  return (channelId) => {
    const channel = channels.find(({ id }) => id === channelId);
    return channel ? format.facts(`#${channel.name}`) : t('storage.elsewhere');
  };
}

/** Own files, and those in channels whose messages the reader looks after. */
function useMayDelete(server: HeldServer): (file: StoredFile) => boolean {
  const me = useMe();
  const channels = useChannels(server.id);
  const permissionsIn = useChannelPermissions(server.id);
  return ({ homeId, owner }) => {
    const channel = channels.find(({ id }) => id === homeId);
    return owner?.id === me.id || (channel !== undefined && hasPermission(permissionsIn(channel), 'MANAGE_MESSAGES'));
  };
}

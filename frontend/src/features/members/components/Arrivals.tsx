import type { Join } from '@hearth/contract';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { nameOf, useFormat, useTranslation } from '@/i18n';
import { Avatar, DataList, DataRow, EmptyState, Picker, Pill, Tooltip, type PickerItem } from '@/ui';
import { useJoins } from '@/features/moderation';
import { usePeopleChoices } from '@/features/moderation/people';

/** Who came when, and who had invited them. */
export function Arrivals({ serverId }: { serverId: string }) {
  const { t } = useTranslation();
  const [inviter, setInviter] = useState<PickerItem | null>(null);
  const list = useJoins(serverId, inviter?.value);
  const { query: _query, ...choices } = usePeopleChoices(serverId);
  return (
    <DataList
      label={t('arrivals.title')}
      list={list}
      keyOf={({ id }) => id}
      filters={
        <Picker
          label={t('arrivals.invitedBy')}
          placeholder={t('arrivals.anybody')}
          {...choices}
          value={inviter}
          onValueChange={setInviter}
          className="w-full tablet:w-72"
        />
      }
      empty={<EmptyState icon={UserPlus} title={inviter ? t('arrivals.noneBy', { name: inviter.label }) : t('arrivals.none')} />}
      errorTitle={t('arrivals.failed')}
    >
      {(join) => <ArrivalRow join={join} />}
    </DataList>
  );
}

function ArrivalRow({ join }: { join: Join }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { user, inviter, inviteCode, joinedAt, isMember } = join;
  const way = inviter
    ? t('arrivals.by', { name: nameOf(inviter) })
    : inviteCode === null
      ? t('arrivals.madeIt')
      : t('arrivals.byCode', { code: inviteCode });
  return (
    <DataRow
      leading={<Avatar id={user.id} name={nameOf(user)} picture={user.avatar} size={32} />}
      title={<bdi>{nameOf(user)}</bdi>}
      detail={
        <>
          <bdi>{user.username}</bdi> · {way} ·{' '}
          <Tooltip content={format.exact(joinedAt)}>
            <time dateTime={joinedAt}>{format.relative(joinedAt)}</time>
          </Tooltip>
        </>
      }
      extra={!isMember && <Pill>{t('arrivals.gone')}</Pill>}
    />
  );
}

import type { IncidentPreview, Suspect } from '@hearth/contract';
import { ArrowRight, SearchX } from 'lucide-react';
import { useState } from 'react';
import { nameOf, useErrorText, useFormat, useTranslation } from '@/i18n';
import { Avatar, Banner, Button, Checkbox, EmptyState, FormError, Picker, Pill, ScrollArea } from '@/ui';
import type { HeldServer } from '@/features/servers';
import { usePeopleChoices } from '../../people';
import { fullPlan, unlisted, type Plan } from './plan';
import type { RaidWindow } from './WindowStep';

interface LookStepProps {
  server: HeldServer;
  window: RaidWindow;
  preview: IncidentPreview;
  plan: Plan;
  onPlan: (plan: Plan) => void;
  /** Looks at one more, too. */
  onAsk: (userId: string) => void;
  busy: boolean;
  error: Error | null;
  onNext: () => void;
}

/** Who came and what they did; each of them can be left out. */
export function LookStep({ server, window, preview, plan, onPlan, onAsk, busy, error, onNext }: LookStepProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const { suspects } = preview;
  return (
    <div className="flex flex-col gap-6">
      <Summary preview={preview} />
      <Cut preview={preview} />
      {suspects.length === 0 ? (
        <EmptyState icon={SearchX} title={t('incidents.nobody')}>
          {t('incidents.nobodyText')}
        </EmptyState>
      ) : (
        <Suspects preview={preview} plan={plan} onPlan={onPlan} />
      )}
      <OtherSuspect key={window.userIds.length} server={server} preview={preview} busy={busy} onChoose={onAsk} />
      <FormError>{error && errorText(error)}</FormError>
      <Places preview={preview} />
      <ChangesMade preview={preview} />
      {suspects.length > 0 && (
        <Button variant="primary" iconEnd={ArrowRight} className="self-start" disabled={plan.userIds.size === 0} onClick={onNext}>
          {t('incidents.toConfirm', { count: plan.userIds.size })}
        </Button>
      )}
    </div>
  );
}

/** Of a large raid only a part is seen at once. */
function Cut({ preview }: { preview: IncidentPreview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { people, changes } = unlisted(preview);
  if (people + changes === 0) return null;
  const parts = [
    people > 0 && t('incidents.morePeople', { number: format.number(people), listed: format.number(preview.suspects.length) }),
    changes > 0 && t('incidents.moreChanges', { number: format.number(changes) }),
  ].filter((part) => part !== false);
  return (
    <Banner tone="warning" className="rounded-card">
      {parts.join(' ')}
    </Banner>
  );
}

function Summary({ preview: { suspects, joins, channels } }: { preview: IncidentPreview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const messages = channels.reduce((sum, channel) => sum + channel.messages, 0);
  const changes = suspects.reduce((sum, suspect) => sum + suspect.changes, 0);
  const facts = [
    [joins, t('incidents.joined')],
    [messages, t('incidents.wrote')],
    [changes, t('incidents.changed')],
  ] as const;
  return (
    <dl className="grid grid-cols-3 gap-3">
      {facts.map(([count, label]) => (
        <div key={label} className="flex flex-col-reverse rounded-card border border-line bg-raised p-3">
          <dt className="text-meta text-fg-subtle">{label}</dt>
          <dd className="text-title font-semibold tabular-nums">{format.number(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Suspects({ preview, plan, onPlan }: Pick<LookStepProps, 'preview' | 'plan' | 'onPlan'>) {
  const { t } = useTranslation();
  const everybody = fullPlan(preview).userIds;
  const all = plan.userIds.size === everybody.size;
  const toggle = (id: string, on: boolean) => {
    const next = new Set(plan.userIds);
    if (on) next.add(id);
    else next.delete(id);
    onPlan({ ...plan, userIds: next });
  };
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-body font-semibold">{t('incidents.people')}</h3>
      <Checkbox
        label={t('incidents.all')}
        checked={all}
        indeterminate={!all && plan.userIds.size > 0}
        onCheckedChange={(on) => onPlan({ ...plan, userIds: on ? everybody : new Set() })}
        className="py-2"
      />
      <ScrollArea className="max-h-[28rem] rounded-card border border-line">
        <ul className="flex flex-col divide-y divide-line">
          {preview.suspects.map((suspect) => (
            <li key={suspect.user.id} className="[contain-intrinsic-size:auto_3.5rem] [content-visibility:auto]">
              <SuspectRow suspect={suspect} chosen={plan.userIds.has(suspect.user.id)} onToggle={(on) => toggle(suspect.user.id, on)} />
            </li>
          ))}
        </ul>
      </ScrollArea>
    </section>
  );
}

function SuspectRow({ suspect, chosen, onToggle }: { suspect: Suspect; chosen: boolean; onToggle: (on: boolean) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { user, joinedAt, inviter, inviteCode, messages, changes, canActOn, isMember, isBanned } = suspect;
  const came = joinedAt === null ? t('incidents.wasHere') : t('incidents.came', { when: format.time(joinedAt) });
  const way = (inviter && nameOf(inviter)) ?? inviteCode;
  const facts = [came, way, t('incidents.messages', { count: messages, number: format.number(messages) })];
  const deeds = changes > 0 ? [...facts, t('incidents.changes', { count: changes, number: format.number(changes) })] : facts;
  return (
    <div className="flex items-center gap-3 px-3 py-2">
      <Checkbox
        label={`${nameOf(user)} (${user.username})`}
        hint={canActOn ? format.facts(...deeds) : t('incidents.outOfReach')}
        disabled={!canActOn}
        checked={chosen}
        onCheckedChange={onToggle}
        className="min-w-0 flex-1"
      />
      {isBanned ? <Pill tone="danger">{t('incidents.isBanned')}</Pill> : !isMember && <Pill>{t('arrivals.gone')}</Pill>}
      <Avatar id={user.id} name={nameOf(user)} picture={user.avatar} size={32} />
    </div>
  );
}

interface OtherSuspectProps extends Pick<LookStepProps, 'server' | 'preview' | 'busy'> {
  onChoose: (userId: string) => void;
}

/** Somebody who was here before can have been in it, too. */
function OtherSuspect({ server, preview, busy, onChoose }: OtherSuspectProps) {
  const { t } = useTranslation();
  const known = new Set(preview.suspects.map(({ user }) => user.id));
  const { query: _query, ...choices } = usePeopleChoices(server.id, { isLeftOut: (userId) => known.has(userId) });
  const [value, setValue] = useState<(typeof choices.items)[number] | null>(null);
  return (
    <Picker
      label={t('incidents.other')}
      hint={t('incidents.otherHint')}
      optional
      placeholder={t('explainer.memberPlaceholder')}
      {...choices}
      disabled={busy}
      value={value}
      onValueChange={(item) => {
        setValue(item);
        if (item) onChoose(item.value);
      }}
    />
  );
}

function Places({ preview: { channels } }: { preview: IncidentPreview }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (channels.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-body font-semibold">{t('incidents.places')}</h3>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {channels.map(({ channelId, name, messages }) => (
          <li key={channelId} className="text-ui text-fg-muted">
            <bdi className="font-medium text-fg">#{name}</bdi>{' '}
            {t('incidents.messages', { count: messages, number: format.number(messages) })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function ChangesMade({ preview: { changes, suspects } }: { preview: IncidentPreview }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (changes.length === 0) return null;
  const names = new Map(suspects.map(({ user }) => [user.id, nameOf(user)]));
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-body font-semibold">{t('incidents.changesMade')}</h3>
      <ul className="flex flex-col gap-1.5">
        {changes.map(({ id, actorId, action, targetName, createdAt, canRevert }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-2 text-ui">
            <time dateTime={createdAt} className="text-meta text-fg-subtle">
              {format.time(createdAt)}
            </time>
            <bdi className="font-medium">{names.get(actorId)}</bdi>
            <span className="text-fg-muted">
              {t(`auditLog.actions.${action}`)}
              {targetName !== null && (
                <>
                  : <bdi>{targetName}</bdi>
                </>
              )}
            </span>
            {!canRevert && <Pill>{t('incidents.cannotRevert')}</Pill>}
          </li>
        ))}
      </ul>
    </section>
  );
}

import { limits, type Relationship } from '@hearth/contract';
import { CircleCheck } from 'lucide-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from '@/i18n';
import { useRelationships, useRequestFriend } from '@/features/relationships';
import { useMe } from '@/features/users';
import { Button, Icon, TextField } from '@/ui';
import { requestFailureText } from './failure-text';

/** Asks somebody by user name, and says plainly what came of it. */
export function AddFriend() {
  const { t } = useTranslation();
  const me = useMe();
  const held = useRelationships();
  const request = useRequestFriend();
  const [name, setName] = useState('');
  const [hint, setHint] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const username = name.trim().replace(/^@/, '').toLowerCase();
  const known = held.find(({ user }) => user.username === username);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (username === '' || request.isPending) return;
    if (username === me.username) setHint(t('friends.yourself'));
    else if (known?.type === 'FRIEND') setHint(t('friends.already', { name: known.user.displayName }));
    else if (known?.type === 'OUTGOING') setHint(t('friends.waiting', { name: known.user.displayName }));
    else request.mutate(username, { onSuccess: () => setName('') });
  };
  const change = (next: string) => {
    setName(next);
    setHint(null);
    request.reset();
  };
  return (
    <section className="flex flex-col gap-3">
      <div className="flex flex-col gap-1">
        <h2 className="text-heading font-semibold">{t('friends.addTitle')}</h2>
        <p className="text-ui text-fg-muted">{t('friends.addIntro')}</p>
      </div>
      <form noValidate onSubmit={submit} className="flex flex-col items-start gap-3 tablet:flex-row">
        <TextField
          ref={field}
          label={t('friends.username')}
          hideLabel
          dir="ltr"
          placeholder={t('friends.username')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={limits.username.max + 1}
          value={name}
          onValueChange={change}
          error={hint ?? (request.error ? requestFailureText(t, request.error) : undefined)}
          className="w-full tablet:max-w-toast"
        />
        <Button type="submit" variant="primary" loading={request.isPending} disabled={username === ''}>
          {t('friends.send')}
        </Button>
      </form>
      <div role="status">{request.data && <Outcome relationship={request.data} />}</div>
    </section>
  );
}

function Outcome({ relationship: { user, type } }: { relationship: Relationship }) {
  const { t } = useTranslation();
  return (
    <p className="flex items-center gap-2 text-ui text-success-text">
      <Icon icon={CircleCheck} />
      {t(type === 'FRIEND' ? 'friends.nowFriends' : 'friends.sent', { name: user.displayName })}
    </p>
  );
}

import { limits, type Me } from '@hearth/contract';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '@/api';
import { useErrorText } from '@/i18n';
import { Avatar, Button, FormError, TextArea, TextField, useToast } from '@/ui';
import { useMe, useUpdateMe } from '@/features/users';

/** How one looks to others. */
export default function ProfileSettings() {
  const me = useMe();
  return (
    <div className="flex flex-col gap-6">
      <ProfileCard me={me} />
      <ProfileForm key={me.id} me={me} />
    </div>
  );
}

function ProfileCard({ me }: { me: Me }) {
  return (
    <div className="flex items-center gap-4">
      <Avatar id={me.id} name={me.displayName} src={me.avatar} size={80} />
      <div className="flex min-w-0 flex-col">
        <bdi className="truncate text-title font-semibold">{me.displayName}</bdi>
        <span dir="ltr" className="truncate text-start text-ui text-fg-subtle">
          @{me.username}
        </span>
      </div>
    </div>
  );
}

function ProfileForm({ me }: { me: Me }) {
  const { t } = useTranslation();
  const toast = useToast();
  const errorText = useErrorText();
  const update = useUpdateMe();
  const [displayName, setDisplayName] = useState(me.displayName);
  const [bio, setBio] = useState(me.bio);
  const faults = fieldErrors(update.error);
  const nameFault = displayName.trim() === '' ? t('form.empty') : faults['displayName'];
  const isChanged = displayName.trim() !== me.displayName || bio !== me.bio;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (displayName.trim() === '') return;
    update.mutate({ displayName, bio }, { onSuccess: () => toast.show({ title: t('settings.saved'), tone: 'success' }) });
  };
  return (
    <form noValidate onSubmit={save} className="flex flex-col gap-5">
      <FormError>{update.error && Object.keys(faults).length === 0 && errorText(update.error)}</FormError>
      <TextField
        name="displayName"
        label={t('profile.displayName')}
        autoComplete="name"
        dir="auto"
        maxLength={limits.displayName}
        value={displayName}
        onValueChange={setDisplayName}
        error={nameFault}
      />
      <TextArea
        name="bio"
        label={t('profile.bio')}
        hint={t('profile.bioHint', { count: limits.bio })}
        dir="auto"
        minRows={3}
        maxLength={limits.bio}
        value={bio}
        onChange={(event) => setBio(event.target.value)}
        error={faults['bio']}
      />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" loading={update.isPending} disabled={!isChanged}>
          {t('form.save')}
        </Button>
      </div>
    </form>
  );
}

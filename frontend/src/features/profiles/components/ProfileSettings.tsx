import { characterCount, limits, type Me } from '@hearth/contract';
import { Suspense } from 'react';
import { fieldErrors } from '@/api';
import { OwnPictures } from '@/features/pictures/components';
import { usePresence } from '@/features/presence';
import { useUnsavedChanges } from '@/features/settings';
import { useMe, useUpdateMe } from '@/features/users';
import { useErrorText, useTranslation } from '@/i18n';
import { useChanges } from '@/lib/use-changes';
import { ColorField, SaveBar, Skeleton, SkeletonGroup, TextArea, TextField } from '@/ui';
import { bannerColorNames, bannerColors } from '../banner-colors';
import { ProfileFacts } from './ProfileFacts';
import { ProfileHeader } from './ProfileHeader';

const editable = ({ displayName, pronouns, bio, bannerColor }: Me) => ({ displayName, pronouns, bio, bannerColor });

type Editable = ReturnType<typeof editable>;

/** How one looks to others, beside what makes it so. */
export default function ProfileSettings() {
  const { t } = useTranslation();
  const me = useMe();
  const errorText = useErrorText();
  const update = useUpdateMe();
  const { value, changed, isDirty, change, reset } = useChanges(editable(me));
  const urgent = useUnsavedChanges(isDirty);
  const isMissing = value.displayName.trim() === '';
  const faults = fieldErrors(update.error);
  const startOver = () => {
    reset();
    update.reset();
  };
  return (
    <>
      <div className="flex flex-col gap-8 desktop:flex-row desktop:items-start">
        <ProfileFields value={value} faults={faults} isMissing={isMissing} onChange={change} />
        <Preview me={me} value={value} label={t('profile.preview')} />
      </div>
      <SaveBar
        dirty={isDirty}
        urgent={urgent}
        saving={update.isPending}
        disabled={isMissing || characterCount(value.bio) > limits.bio}
        error={update.error && Object.keys(faults).length === 0 ? errorText(update.error) : undefined}
        onReset={startOver}
        onSave={() => update.mutate(changed, { onSuccess: reset })}
      />
    </>
  );
}

interface ProfileFieldsProps {
  value: Editable;
  faults: Readonly<Record<string, string>>;
  isMissing: boolean;
  onChange: (fields: Partial<Editable>) => void;
}

function ProfileFields({ value, faults, isMissing, onChange }: ProfileFieldsProps) {
  const { t } = useTranslation();
  const presets = bannerColorNames.map((name) => ({ color: bannerColors[name], label: t(`profile.colors.${name}`) }));
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-5">
      <Suspense fallback={<PicturesSkeleton />}>
        <OwnPictures />
      </Suspense>
      <TextField
        name="displayName"
        label={t('profile.displayName')}
        autoComplete="name"
        dir="auto"
        maxLength={limits.displayName}
        value={value.displayName}
        onValueChange={(displayName) => onChange({ displayName })}
        error={isMissing ? t('form.empty') : faults['displayName']}
      />
      <TextField
        name="pronouns"
        label={t('profile.pronouns')}
        hint={t('profile.pronounsHint')}
        optional
        autoComplete="off"
        dir="auto"
        maxLength={limits.pronouns}
        value={value.pronouns}
        onValueChange={(pronouns) => onChange({ pronouns })}
        error={faults['pronouns']}
      />
      <BioField bio={value.bio} fault={faults['bio']} onChange={(bio) => onChange({ bio })} />
      <ColorField
        label={t('profile.bannerColor')}
        presets={presets}
        value={value.bannerColor}
        onValueChange={(bannerColor) => onChange({ bannerColor })}
      />
    </div>
  );
}

/** As high as what comes. */
function PicturesSkeleton() {
  const { t } = useTranslation();
  return (
    <SkeletonGroup label={t('common.loading')} className="flex flex-col gap-5">
      <Skeleton shape="circle" className="size-20" />
      <Skeleton shape="block" className="h-16 w-40" />
    </SkeletonGroup>
  );
}

function BioField({ bio, fault, onChange }: { bio: string; fault: string | undefined; onChange: (bio: string) => void }) {
  const { t } = useTranslation();
  const left = limits.bio - characterCount(bio);
  return (
    <TextArea
      name="bio"
      label={t('profile.bio')}
      hint={`${t('profile.bioHelp')} ${t('profile.bioLeft', { count: Math.max(0, left) })}`}
      dir="auto"
      minRows={3}
      value={bio}
      onChange={(event) => onChange(event.target.value)}
      error={left < 0 ? t('form.tooLong', { count: limits.bio }) : fault}
    />
  );
}

function Preview({ me, value, label }: { me: Me; value: Editable; label: string }) {
  const presence = usePresence(me.id);
  const profile = { ...me, ...value, displayName: value.displayName.trim() || me.displayName, presence };
  return (
    <figure className="flex w-full max-w-80 shrink-0 flex-col gap-2 desktop:sticky desktop:top-0 desktop:w-72">
      <figcaption className="text-ui font-medium text-fg">{label}</figcaption>
      <div className="flex flex-col overflow-hidden rounded-dialog bg-popover pb-4 shadow-bar">
        <ProfileHeader profile={profile} nickname={null} isOwn />
        <div className="flex flex-col gap-4 px-4">
          <ProfileFacts profile={profile} />
        </div>
      </div>
    </figure>
  );
}

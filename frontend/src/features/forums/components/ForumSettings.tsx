import { limits, type Channel, type ForumSort } from '@hearth/contract';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useUpdateChannel } from '@/features/channels';
import { useUnsavedChanges } from '@/features/settings';
import { useErrorText, useFormat, useTranslation } from '@/i18n';
import { autoDir } from '@/lib/auto-dir';
import { useChanges } from '@/lib/use-changes';
import { Button, Checkbox, ConfirmDialog, Divider, IconButton, RadioGroup, SaveBar, SortableList, TextField } from '@/ui';
import { useSetForumTags } from '../mutations';

/** A tag while it is edited; one that is not stored yet has a key of its own. */
interface DraftTag {
  id: string;
  isNew: boolean;
  name: string;
  emoji: string;
  moderated: boolean;
}

interface Fields {
  tags: DraftTag[];
  sort: ForumSort;
}

const fieldsOf = ({ forum }: Channel): Fields => ({
  sort: forum?.sort ?? 'ACTIVITY',
  tags: (forum?.tags ?? []).map(({ id, name, emoji, moderated }) => ({ id, isNew: false, name, emoji: emoji ?? '', moderated })),
});

const inputOf = ({ id, isNew, name, emoji, moderated }: DraftTag) => ({
  ...(!isNew && { id }),
  name,
  emoji: emoji.trim() || null,
  moderated,
});

/** What posts are tagged with, and how they are ordered. */
export default function ForumSettings({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const format = useFormat();
  const form = useChanges(fieldsOf(channel));
  const urgent = useUnsavedChanges(form.isDirty);
  const saving = useSaving(channel, form.changed, form.reset);
  const { tags, sort } = form.value;
  const hasNameless = tags.some(({ name }) => name.trim() === '');
  const names = tags.map(({ name }) => name.trim().toLowerCase());
  const hasDoubles = new Set(names).size < names.length;
  const kept = new Set(tags.map(({ id }) => id));
  const removed = (channel.forum?.tags ?? []).filter(({ id }) => !kept.has(id)).map(({ name }) => name);
  const [isAsking, setAsking] = useState(false);
  const save = () => saving.save(() => setAsking(false));
  return (
    <>
      <div className="flex flex-col gap-6">
        <RadioGroup
          label={t('forums.order')}
          options={[
            { value: 'ACTIVITY', label: t('forums.byActivity') },
            { value: 'CREATION', label: t('forums.byCreation') },
          ]}
          value={sort}
          onValueChange={(next) => form.change({ sort: next })}
        />
        <Divider />
        <Tags tags={tags} onChange={(next) => form.change({ tags: next })} />
      </div>
      <SaveBar
        dirty={form.isDirty}
        urgent={urgent}
        saving={saving.isPending}
        disabled={hasNameless || hasDoubles}
        error={saving.error ?? (hasDoubles ? t('forums.tagDouble') : undefined)}
        onReset={() => {
          form.reset();
          saving.reset();
        }}
        onSave={removed.length > 0 ? () => setAsking(true) : save}
      />
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t('forums.removeTitle', { count: removed.length })}
        description={t('forums.removeText', { count: removed.length, names: format.list(removed) })}
        confirmLabel={t('forums.removeAndSave')}
        busy={saving.isPending}
        error={saving.error}
        onConfirm={save}
      />
    </>
  );
}

function useSaving(channel: Channel, { tags, sort }: Partial<Fields>, onDone: () => void) {
  const errorText = useErrorText();
  const setTags = useSetForumTags(channel.id);
  const update = useUpdateChannel();
  const fault = setTags.error ?? update.error;
  const save = async () => {
    if (tags) await setTags.mutateAsync(tags.map(inputOf));
    if (sort) await update.mutateAsync({ channelId: channel.id, sort });
    onDone();
  };
  return {
    isPending: setTags.isPending || update.isPending,
    error: fault ? errorText(fault) : undefined,
    // What failed says so.
    save: (onSaved: () => void) => void save().then(onSaved, () => undefined),
    reset: () => {
      setTags.reset();
      update.reset();
    },
  };
}

let drafts = 0;

function Tags({ tags, onChange }: { tags: DraftTag[]; onChange: (tags: DraftTag[]) => void }) {
  const { t } = useTranslation();
  const [newest, setNewest] = useState<string | null>(null);
  const add = () => {
    drafts += 1;
    const id = `new-${drafts}`;
    setNewest(id);
    onChange([...tags, { id, isNew: true, name: '', emoji: '', moderated: false }]);
  };
  const change = (id: string, fields: Partial<DraftTag>) => onChange(tags.map((tag) => (tag.id === id ? { ...tag, ...fields } : tag)));
  const isFull = tags.length >= limits.tagsPerForum;
  return (
    <section aria-labelledby="forum-tags" className="flex flex-col gap-3">
      <h3 id="forum-tags" className="text-body font-semibold">
        {t('forums.tags')}
      </h3>
      <p className="text-ui text-fg-muted">{t('forums.tagsHint', { count: limits.tagsPerForum })}</p>
      <SortableList
        label={t('forums.tags')}
        items={tags.map((tag) => ({ ...tag, label: tag.name || t('forums.newTag') }))}
        onReorder={(ids) => onChange(ids.flatMap((id) => tags.find((tag) => tag.id === id) ?? []))}
        className="gap-2"
      >
        {(tag) => (
          <TagRow
            tag={tag}
            autoFocus={tag.id === newest}
            onChange={(fields) => change(tag.id, fields)}
            onRemove={() => onChange(tags.filter(({ id }) => id !== tag.id))}
          />
        )}
      </SortableList>
      <Button icon={Plus} onClick={add} disabled={isFull} className="self-start">
        {t('forums.addTag')}
      </Button>
    </section>
  );
}

interface TagRowProps {
  tag: DraftTag;
  autoFocus: boolean;
  onChange: (fields: Partial<DraftTag>) => void;
  onRemove: () => void;
}

function TagRow({ tag, autoFocus, onChange, onRemove }: TagRowProps) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-wrap items-center gap-2 py-1">
      <TextField
        label={t('forums.tagEmoji')}
        hideLabel
        placeholder="🙂"
        autoComplete="off"
        maxLength={limits.tagEmoji}
        value={tag.emoji}
        onValueChange={(emoji) => onChange({ emoji })}
        className="w-16"
      />
      <TextField
        label={t('forums.tagName')}
        hideLabel
        placeholder={t('forums.tagName')}
        dir={autoDir(tag.name)}
        autoComplete="off"
        autoFocus={autoFocus}
        maxLength={limits.tagName}
        value={tag.name}
        onValueChange={(name) => onChange({ name })}
        className="min-w-32 flex-1"
      />
      <Checkbox label={t('forums.moderated')} checked={tag.moderated} onCheckedChange={(moderated) => onChange({ moderated })} />
      <IconButton icon={Trash2} size="small" label={t('forums.removeTag', { name: tag.name })} onClick={onRemove} />
    </div>
  );
}

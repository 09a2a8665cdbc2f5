import { limits, type Channel } from '@hearth/contract';
import { useId, useState, type FormEvent } from 'react';
import { fieldErrors } from '@/api';
import { useCreateThread } from '@/features/threads';
import { TagChoices } from '@/features/threads/tags';
import { useErrorText, useTranslation } from '@/i18n';
import { autoDir } from '@/lib/auto-dir';
import { Button, Dialog, DialogClose, FormError, TextArea, TextField } from '@/ui';

export interface NewPostDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  forum: Channel;
  /** May set the tags of moderators. */
  isModerator: boolean;
  onCreated: (post: Channel) => void;
}

export function NewPostDialog({ open, onOpenChange, forum, isModerator, onCreated }: NewPostDialogProps) {
  const { t } = useTranslation();
  const formId = useId();
  const create = useCreateThread(forum.id);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('forums.newPost')}
      description={forum.topic ?? undefined}
      size="large"
      footer={
        <>
          <DialogClose render={<Button variant="ghost">{t('common.cancel')}</Button>} />
          <Button type="submit" form={formId} variant="primary" loading={create.isPending}>
            {t('forums.post')}
          </Button>
        </>
      }
    >
      <PostForm {...{ formId, forum, isModerator, create, onCreated }} />
    </Dialog>
  );
}

interface PostFormProps extends Pick<NewPostDialogProps, 'forum' | 'isModerator' | 'onCreated'> {
  formId: string;
  create: ReturnType<typeof useCreateThread>;
}

function PostForm({ formId, forum, isModerator, create, onCreated }: PostFormProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [name, setName] = useState('');
  const [content, setContent] = useState('');
  const [tagIds, setTagIds] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const faults = fieldErrors(create.error);
  const tags = forum.forum?.tags ?? [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || content.trim() === '' || create.isPending) return;
    create.mutate({ name, content: content.trim(), tagIds }, { onSuccess: onCreated });
  };
  return (
    <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-5">
      <FormError>{create.error && Object.keys(faults).length === 0 && errorText(create.error)}</FormError>
      <TextField
        label={t('forums.title')}
        dir={autoDir(name)}
        autoComplete="off"
        maxLength={limits.channelName}
        value={name}
        onValueChange={setName}
        error={tried && name.trim() === '' ? t('forums.titleMissing') : faults['name']}
      />
      <TextArea
        label={t('forums.text')}
        dir={autoDir(content)}
        minRows={6}
        maxRows={16}
        maxLength={limits.content}
        value={content}
        onChange={(event) => setContent(event.target.value)}
        error={tried && content.trim() === '' ? t('forums.textMissing') : faults['content']}
      />
      {tags.length > 0 && (
        <div className="flex flex-col gap-2">
          <span className="text-ui font-medium">{t('forums.tags')}</span>
          <TagChoices
            label={t('forums.tags')}
            tags={tags}
            chosen={tagIds}
            most={limits.tagsPerPost}
            isModerator={isModerator}
            onChange={setTagIds}
          />
        </div>
      )}
    </form>
  );
}

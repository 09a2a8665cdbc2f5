import { limits, type Channel } from '@hearth/contract';
import { useId, useState, type FormEvent } from 'react';
import { BeginningFiles, BeginningFooter, faultsOf, useBegin, useBeginning, type Beginning } from '@/features/threads/beginning';
import { TagChoices } from '@/features/threads/tags';
import { useErrorText, useTranslation } from '@/i18n';
import { autoDir } from '@/lib/auto-dir';
import { Dialog, FormError, TextArea, TextField } from '@/ui';

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
  const beginning = useBeginning(forum.id, open);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('forums.newPost')}
      description={forum.topic ?? undefined}
      size="large"
      footer={<BeginningFooter {...{ beginning, formId }} label={t('forums.post')} />}
    >
      <PostForm {...{ formId, forum, isModerator, beginning, onCreated }} />
    </Dialog>
  );
}

interface PostFormProps extends Pick<NewPostDialogProps, 'forum' | 'isModerator' | 'onCreated'> {
  formId: string;
  beginning: Beginning;
}

function PostForm({ formId, forum, isModerator, beginning, onCreated }: PostFormProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [name, setName] = useState('');
  const [content, setContent] = useState('');
  const [tagIds, setTagIds] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const { create, files } = beginning;
  const faults = faultsOf(beginning);
  const tags = forum.forum?.tags ?? [];
  const text = content.trim();
  const missing = { name: name.trim() === '', content: text === '' && files.state === 'empty' };
  const compose = () => (missing.name || missing.content ? null : { name, tagIds, ...(text !== '' && { content: text }) });
  const begin = useBegin(beginning, compose, onCreated);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    begin();
  };
  return (
    <div className="flex flex-col gap-5">
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-5">
        <FormError>{create.error && Object.keys(faults).length === 0 && errorText(create.error)}</FormError>
        <TextField
          label={t('forums.title')}
          dir={autoDir(name)}
          autoComplete="off"
          maxLength={limits.channelName}
          value={name}
          onValueChange={setName}
          error={tried && missing.name ? t('forums.titleMissing') : faults['name']}
        />
        <TextArea
          label={t('forums.text')}
          dir={autoDir(content)}
          minRows={6}
          maxRows={16}
          maxLength={limits.content}
          value={content}
          onChange={(event) => setContent(event.target.value)}
          error={tried && missing.content ? t('forums.textMissing') : faults['content']}
        />
      </form>
      <BeginningFiles {...{ beginning, tried }} channelId={forum.id} />
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
    </div>
  );
}

import { hasPermission, type Channel, type ForumSort } from '@hearth/contract';
import { Newspaper, Plus, SearchX } from 'lucide-react';
import { useDeferredValue, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from '@/i18n';
import { noteShown } from '@/features/messages';
import { usePermissions, type HeldServer } from '@/features/servers';
import { useThreadList } from '@/features/threads';
import { TagChoices } from '@/features/threads/tags';
import { Button, EmptyState, ErrorState, ScrollArea, SearchField, Select } from '@/ui';
import { Guidelines } from './Guidelines';
import { NewPostDialog } from './NewPostDialog';
import { PostCard, PostSkeleton } from './PostCard';

export interface ForumViewProps {
  server: HeldServer;
  forum: Channel;
  openPostId: string | null;
  onOpen: (postId: string) => void;
}

interface Filter {
  sort: ForumSort;
  tagId: string | undefined;
  query: string;
}

/** The posts of a forum. */
export default function ForumView({ server, forum, openPostId, onOpen }: ForumViewProps) {
  const permissions = usePermissions(server.id, forum.id);
  const canPost = hasPermission(permissions, 'CREATE_THREADS') && hasPermission(permissions, 'SEND_MESSAGES_IN_THREADS');
  const isModerator = hasPermission(permissions, 'MANAGE_THREADS');
  const [filter, setFilter] = useState<Filter>({ sort: forum.forum?.sort ?? 'ACTIVITY', tagId: undefined, query: '' });
  const [isWriting, setWriting] = useState(false);
  useEffect(noteShown, []);
  const write = canPost ? () => setWriting(true) : undefined;
  return (
    <ScrollArea className="flex-1">
      <div className="mx-auto flex max-w-dialog-large flex-col gap-4 px-4 py-4 tablet:px-6">
        {forum.topic !== null && <Guidelines text={forum.topic} />}
        <Toolbar forum={forum} filter={filter} onChange={(change) => setFilter((held) => ({ ...held, ...change }))} onWrite={write} />
        <Posts {...{ forum, filter, openPostId, onOpen, canPost }} />
      </div>
      {isWriting && (
        <NewPostDialog
          open
          onOpenChange={setWriting}
          forum={forum}
          isModerator={isModerator}
          onCreated={({ id }) => {
            setWriting(false);
            onOpen(id);
          }}
        />
      )}
    </ScrollArea>
  );
}

interface ToolbarProps {
  forum: Channel;
  filter: Filter;
  onChange: (change: Partial<Filter>) => void;
  onWrite: (() => void) | undefined;
}

function Toolbar({ forum, filter, onChange, onWrite }: ToolbarProps) {
  const { t } = useTranslation();
  const tags = forum.forum?.tags ?? [];
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <SearchField
          label={t('forums.search')}
          value={filter.query}
          onValueChange={(query) => onChange({ query })}
          className="min-w-40 flex-1 max-tablet:basis-full"
        />
        <Select
          label={t('forums.sort')}
          hideLabel
          className="w-44 max-tablet:flex-1"
          options={[
            { value: 'ACTIVITY', label: t('forums.byActivity') },
            { value: 'CREATION', label: t('forums.byCreation') },
          ]}
          value={filter.sort}
          onValueChange={(sort) => onChange({ sort })}
        />
        {onWrite && (
          <Button variant="primary" icon={Plus} onClick={onWrite}>
            {t('forums.newPost')}
          </Button>
        )}
      </div>
      {tags.length > 0 && (
        <TagChoices
          label={t('forums.filter')}
          tags={tags}
          chosen={filter.tagId === undefined ? [] : [filter.tagId]}
          onChange={(tagIds) => onChange({ tagId: tagIds.at(-1) })}
        />
      )}
    </div>
  );
}

interface PostsProps extends Omit<ForumViewProps, 'server'> {
  filter: Filter;
  canPost: boolean;
}

function Posts({ forum, filter, openPostId, onOpen, canPost }: PostsProps) {
  const { t } = useTranslation();
  const query = useDeferredValue(filter.query).trim();
  const [showsOlder, setShowsOlder] = useState(false);
  const isNarrowed = query !== '' || filter.tagId !== undefined;
  const part = { forum, filter: { ...filter, query }, openPostId, onOpen };
  return (
    <>
      <PostList {...part} archived={false} empty={<Nothing isNarrowed={isNarrowed} canPost={canPost} />} />
      {showsOlder ? (
        <section aria-label={t('forums.older')} className="flex flex-col gap-3">
          <h2 className="pt-2 text-ui font-semibold text-fg-muted">{t('forums.older')}</h2>
          <PostList {...part} archived empty={<p className="text-ui text-fg-subtle">{t('forums.noneOlder')}</p>} />
        </section>
      ) : (
        <Button variant="ghost" onClick={() => setShowsOlder(true)}>
          {t('forums.showOlder')}
        </Button>
      )}
    </>
  );
}

function Nothing({ isNarrowed, canPost }: { isNarrowed: boolean; canPost: boolean }) {
  const { t } = useTranslation();
  if (isNarrowed) return <EmptyState icon={SearchX} title={t('forums.noneFound')} />;
  return (
    <EmptyState icon={Newspaper} title={t('forums.none')}>
      {t(canPost ? 'forums.noneWrite' : 'forums.noneWait')}
    </EmptyState>
  );
}

interface PostListProps extends Omit<PostsProps, 'canPost'> {
  archived: boolean;
  empty: ReactNode;
}

function PostList({ forum, filter, openPostId, onOpen, archived, empty }: PostListProps) {
  const { t } = useTranslation();
  const list = useThreadList(forum, { ...filter, archived });
  if (list.status === 'loading') return <PostSkeleton />;
  if (list.status === 'error') return <ErrorState title={t('forums.failed')} onRetry={list.retry} />;
  if (list.items.length === 0 && !list.hasMore) return empty;
  return (
    <>
      <ul aria-label={archived ? t('forums.older') : t('forums.posts')} className="flex flex-col gap-2">
        {list.items.map((post) => (
          <li key={post.id} className="[contain-intrinsic-size:auto_7rem] [content-visibility:auto]">
            <PostCard post={post} forum={forum} isOpen={post.id === openPostId} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {list.hasMore && (
        <Button loading={list.isLoadingMore} onClick={list.loadMore}>
          {t('threads.more')}
        </Button>
      )}
    </>
  );
}

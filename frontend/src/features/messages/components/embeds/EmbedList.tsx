import type { Message } from '@hearth/contract';
import { X } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { IconButton } from '@/ui';
import { useActions } from '../conversation-actions';
import { EmbedCard } from './EmbedCard';
import { EmbedPicture } from './EmbedPicture';
import { askToRemove } from './removal-store';

/** The previews of a message, one below the other. */
export default function EmbedList({ message, isActive }: { message: Message; isActive: boolean }) {
  const { t } = useTranslation();
  const actions = useActions();
  // Tab leads from the row that has the focus to its own.
  const tabIndex = isActive ? 0 : -1;
  return (
    <div role="group" aria-label={t('embeds.title')} className="flex flex-col items-start pb-1">
      {message.embeds.map((embed, index) => (
        <div key={embed.url} className="group/embed relative max-w-full pt-2">
          {embed.type === 'image' && embed.image ? (
            <EmbedPicture embed={embed} image={embed.image} tabIndex={tabIndex} />
          ) : (
            <EmbedCard embed={embed} tabIndex={tabIndex} />
          )}
          {/* They go together: one button is enough. A thumb finds it in the menu. */}
          {index === 0 && actions.canDelete(message) && (
            <span className="absolute end-1 top-3 rounded-card bg-raised opacity-0 shadow-bar transition-opacity group-hover/embed:opacity-100 has-focus-visible:opacity-100 pointer-coarse:hidden">
              <IconButton
                icon={X}
                size="small"
                label={t('embeds.remove')}
                tabIndex={tabIndex}
                onClick={({ currentTarget }) => askToRemove(message, currentTarget.closest<HTMLElement>('[data-row]'))}
              />
            </span>
          )}
        </div>
      ))}
    </div>
  );
}

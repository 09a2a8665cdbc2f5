import type { Embed } from '@hearth/contract';
import { cssVars } from '@/lib/css-vars';
import { cn } from '@/lib/cn';
import { EmbedPicture } from './EmbedPicture';
import { hostOf, isThumbnail } from './fit';

/** What a page says of itself, at the side the colour that it calls its own. */
export function EmbedCard({ embed, tabIndex }: { embed: Embed; tabIndex: number }) {
  const { image, color } = embed;
  const thumbnail = isThumbnail(embed);
  return (
    <div
      className={cn(
        'flex w-fit max-w-[min(100%,26.75rem)] flex-col gap-2 rounded-card border-s-4 bg-hover p-3 text-ui',
        color === undefined ? 'border-line-strong' : 'border-(--embed-color)',
      )}
      style={color === undefined ? undefined : cssVars({ '--embed-color': `#${color.toString(16).padStart(6, '0')}` })}
    >
      <div className="flex gap-4">
        <div className="flex min-w-0 flex-1 flex-col gap-1">
          <Source embed={embed} />
          <Title embed={embed} tabIndex={tabIndex} />
          {embed.description !== null && (
            <p dir="auto" className="line-clamp-3 text-match-parent text-fg-muted wrap-anywhere">
              {embed.description}
            </p>
          )}
        </div>
        {image && thumbnail && <EmbedPicture {...{ embed, image, tabIndex }} small />}
      </div>
      {image && !thumbnail && <EmbedPicture {...{ embed, image, tabIndex }} />}
    </div>
  );
}

/** The site by its own name; where it leads is for the link to say. */
function Source({ embed: { siteName, author, url } }: { embed: Embed }) {
  return (
    <p className="flex min-w-0 gap-1.5 text-meta text-fg-subtle">
      <bdi className="truncate">{siteName ?? hostOf(url)}</bdi>
      {author !== undefined && (
        <>
          <span aria-hidden>·</span>
          <bdi className="truncate">{author}</bdi>
        </>
      )}
    </p>
  );
}

function Title({ embed: { title, url }, tabIndex }: { embed: Embed; tabIndex: number }) {
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer nofollow"
      dir="auto"
      title={url}
      tabIndex={tabIndex}
      className="line-clamp-2 rounded-chip text-match-parent font-semibold text-accent-text wrap-anywhere hover:underline"
    >
      {title ?? hostOf(url)}
    </a>
  );
}

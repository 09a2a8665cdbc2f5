import { Fragment, memo, Suspense } from 'react';
import { cn } from '@/lib/cn';
import { lazyPart } from '@/lib/lazy-part';
import { isEmojiOnly } from './emoji-only';
import { Inlines } from './Inlines';
import type { Block } from './nodes';
import { parsed } from './parsed';

const CodeBlock = lazyPart(async () => ({ default: (await import('./CodeBlock')).CodeBlock }));

/** At the side where names begin, whatever the direction of the text. The first is for browsers that know it by that name only. */
const aligned = '[text-align:-webkit-match-parent] [text-align:match-parent]';

/** A message's text. Every block finds its own direction, so that languages mix. */
export const Markdown = memo(function Markdown({ text }: { text: string }) {
  return (
    <div className={cn('flex flex-col gap-1.5 wrap-anywhere', isEmojiOnly(text) ? 'text-emoji' : 'text-body')}>
      <Blocks blocks={parsed(text)} />
    </div>
  );
});

const Blocks = ({ blocks }: { blocks: readonly Block[] }) => blocks.map((block, index) => <BlockView key={index} block={block} />);

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p dir="auto" className={cn('whitespace-pre-wrap', aligned)}>
          <Inlines nodes={block.children} />
        </p>
      );
    case 'heading':
      return <Heading block={block} />;
    case 'quote':
      return (
        <blockquote className="flex flex-col gap-1.5 border-s-4 border-line-strong ps-3 text-fg-muted">
          <Blocks blocks={block.blocks} />
        </blockquote>
      );
    case 'list':
      return <List block={block} />;
    case 'code':
      return (
        <Suspense fallback={<PlainCode text={block.text} />}>
          <CodeBlock text={block.text} language={block.language} />
        </Suspense>
      );
  }
}

/** As high as what takes its place. */
const PlainCode = ({ text }: { text: string }) => (
  <pre dir="ltr" className="overflow-x-auto rounded-card border border-line bg-sidebar p-3 font-mono text-ui whitespace-pre">
    <code>{text}</code>
  </pre>
);

const headingSizes = { 1: 'text-title', 2: 'text-heading', 3: 'text-body' } as const;

/** The conversation's heading is of level 1; those inside a message stand below it. */
function Heading({ block }: { block: Extract<Block, { kind: 'heading' }> }) {
  return (
    <p role="heading" aria-level={block.level + 1} dir="auto" className={cn('font-semibold', aligned, headingSizes[block.level])}>
      <Inlines nodes={block.children} />
    </p>
  );
}

/** Markers stand where the lines of the page begin, whatever the direction of an item. */
function List({ block }: { block: Extract<Block, { kind: 'list' }> }) {
  const items = block.items.map((item, index) => (
    <li key={index}>
      <ItemBlocks blocks={item} />
    </li>
  ));
  return block.start === null ? (
    <ul className="list-disc ps-6">{items}</ul>
  ) : (
    <ol start={block.start} className="list-decimal ps-6">
      {items}
    </ol>
  );
}

/** The lines of an item stand close together. */
const ItemBlocks = ({ blocks }: { blocks: readonly Block[] }) =>
  blocks.map((block, index) => (
    <Fragment key={index}>{block.kind === 'paragraph' ? <ItemLine block={block} /> : <BlockView block={block} />}</Fragment>
  ));

function ItemLine({ block }: { block: Extract<Block, { kind: 'paragraph' }> }) {
  return (
    <div dir="auto" className={cn('whitespace-pre-wrap', aligned)}>
      <Inlines nodes={block.children} />
    </div>
  );
}

import { Suspense } from 'react';
import { CustomEmoji } from '@/features/emoji/components';
import { Tooltip } from '@/ui';
import { EveryoneMark, Mention } from './Mention';
import type { Inline } from './nodes';
import { Spoiler } from './Spoiler';

export const Inlines = ({ nodes }: { nodes: readonly Inline[] }) => nodes.map((node, index) => <InlineView key={index} node={node} />);

function InlineView({ node }: { node: Inline }) {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'break':
      return <br />;
    case 'strong':
      return (
        <strong className="font-semibold">
          <Inlines nodes={node.children} />
        </strong>
      );
    case 'em':
      return (
        <em>
          <Inlines nodes={node.children} />
        </em>
      );
    case 'del':
      return (
        <s>
          <Inlines nodes={node.children} />
        </s>
      );
    case 'spoiler':
      return (
        <Spoiler>
          <Inlines nodes={node.children} />
        </Spoiler>
      );
    case 'code':
      return (
        <code dir="ltr" className="rounded-chip bg-active px-1 py-0.5 font-mono text-ui">
          {node.text}
        </code>
      );
    case 'mention':
      return <Mention target={node.target} id={node.id} />;
    case 'emoji':
      return (
        <Suspense fallback={<span className="inline-block size-[1lh]" />}>
          <CustomEmoji id={node.id} name={node.name} />
        </Suspense>
      );
    case 'everyone':
      return <EveryoneMark text={node.text} />;
    case 'link':
      return <MessageLink node={node} />;
  }
}

/** Where the words of a link are not its address, the tooltip says where it leads. */
function MessageLink({ node }: { node: Extract<Inline, { kind: 'link' }> }) {
  const link = (
    <a
      href={node.href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="rounded-chip text-accent-text underline decoration-1 underline-offset-2 hover:decoration-2"
    >
      <Inlines nodes={node.children} />
    </a>
  );
  return saysItsAddress(node) ? link : <Tooltip content={node.href}>{link}</Tooltip>;
}

function saysItsAddress({ href, children }: Extract<Inline, { kind: 'link' }>): boolean {
  const [only] = children;
  if (children.length !== 1 || only?.kind !== 'text') return false;
  return [only.text, `${only.text}/`, `http://${only.text}`, `http://${only.text}/`, `mailto:${only.text}`].includes(href);
}

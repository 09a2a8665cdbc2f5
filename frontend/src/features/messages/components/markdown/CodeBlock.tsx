import { Check, Copy } from 'lucide-react';
import { Suspense } from 'react';
import { useTranslation } from '@/i18n';
import { lazyPart } from '@/lib/lazy-part';
import { useCopy } from '@/lib/use-copy';
import { IconButton } from '@/ui';

const HighlightedCode = lazyPart(() => import('./HighlightedCode'));

export interface CodeBlockProps {
  text: string;
  /** As it was written after the fence; may be empty. */
  language: string;
}

export function CodeBlock({ text, language }: CodeBlockProps) {
  const { t } = useTranslation();
  return (
    <div dir="ltr" className="group/code relative max-w-[56rem] rounded-card border border-line bg-sidebar">
      {/* A thumb gets a bar of its own: over the code the button would hide it. */}
      <div className="hidden items-center justify-between border-b border-line ps-3 text-meta text-fg-subtle pointer-coarse:flex">
        {language || t('markdown.code')}
        <CopyButton text={text} />
      </div>
      <pre
        // Wide code scrolls, and so must be reachable by keyboard.
        tabIndex={0}
        aria-label={language ? t('markdown.codeIn', { language }) : t('markdown.code')}
        role="group"
        className="overflow-x-auto rounded-card p-3 font-mono text-ui whitespace-pre scrollbar-quiet focus-visible:-outline-offset-2 pointer-fine:pe-12"
      >
        <code>
          {language ? (
            <Suspense fallback={text}>
              <HighlightedCode key={`${language} ${text}`} text={text} language={language} />
            </Suspense>
          ) : (
            text
          )}
        </code>
      </pre>
      <span className="absolute end-1 top-1 rounded-card bg-sidebar opacity-0 transition-opacity group-hover/code:opacity-100 has-focus-visible:opacity-100 pointer-coarse:hidden">
        <CopyButton text={text} />
      </span>
    </div>
  );
}

function CopyButton({ text }: { text: string }) {
  const { t } = useTranslation();
  const { copied, copy } = useCopy(text);
  return (
    <IconButton icon={copied ? Check : Copy} size="small" label={copied ? t('common.copied') : t('markdown.copyCode')} onClick={copy} />
  );
}

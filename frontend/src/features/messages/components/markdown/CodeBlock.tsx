import { Check, Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCopy } from '@/lib/use-copy';
import { IconButton } from '@/ui';

export function CodeBlock({ text, language }: { text: string; language: string }) {
  const { t } = useTranslation();
  const { copied, copy } = useCopy(text);
  return (
    <div dir="ltr" className="group/code relative max-w-[56rem] rounded-card border border-line bg-sidebar">
      <pre
        // Wide code scrolls, and so must be reachable by keyboard.
        tabIndex={0}
        aria-label={language ? t('markdown.codeIn', { language }) : t('markdown.code')}
        role="group"
        className="overflow-x-auto rounded-card p-3 pe-12 font-mono text-ui whitespace-pre scrollbar-quiet focus-visible:-outline-offset-2"
      >
        <code>{text}</code>
      </pre>
      <span className="absolute end-1 top-1 rounded-card bg-sidebar opacity-0 transition-opacity group-hover/code:opacity-100 has-focus-visible:opacity-100 pointer-coarse:opacity-100">
        <IconButton icon={copied ? Check : Copy} size="small" label={copied ? t('common.copied') : t('markdown.copyCode')} onClick={copy} />
      </span>
    </div>
  );
}

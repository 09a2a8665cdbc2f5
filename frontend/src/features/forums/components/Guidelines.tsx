import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { Button } from '@/ui';

/** Whether a text that is cut after some lines goes on. */
function useIsCut(text: string) {
  const ref = useRef<HTMLParagraphElement>(null);
  const [isCut, setCut] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setCut(element.scrollHeight > element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [text]);
  return { ref, isCut };
}

/** What a forum is for and how to post there. A long text leaves the posts in sight until it is asked for. */
export function Guidelines({ text }: { text: string }) {
  const { t } = useTranslation();
  const [showsAll, setShowsAll] = useState(false);
  const { ref, isCut } = useIsCut(text);
  return (
    <section aria-label={t('forums.guidelines')} className="flex flex-col items-start gap-2 rounded-card bg-raised p-4">
      <h2 className="text-ui font-semibold">{t('forums.guidelines')}</h2>
      <p
        ref={ref}
        dir="auto"
        className={cn('text-match-parent text-body wrap-anywhere whitespace-pre-wrap text-fg-muted', !showsAll && 'line-clamp-3')}
      >
        {text}
      </p>
      {(isCut || showsAll) && (
        <Button variant="ghost" size="small" aria-expanded={showsAll} className="-ms-3 -mb-2" onClick={() => setShowsAll(!showsAll)}>
          {t(showsAll ? 'forums.showLess' : 'forums.showAll')}
        </Button>
      )}
    </section>
  );
}

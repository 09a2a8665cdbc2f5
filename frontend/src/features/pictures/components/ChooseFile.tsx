import { ImageUp } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { useFormat, useTranslation } from '@/i18n';
import { limits } from '@hearth/contract';
import { cn } from '@/lib/cn';
import { Button, Icon, type ButtonProps } from '@/ui';

const ACCEPTED = 'image/png,image/jpeg,image/gif,image/webp,image/avif';

/** Opens the file chooser of the system. */
export function FileButton({ onFile, ...button }: Omit<ButtonProps, 'onClick'> & { onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...button} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPTED}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onFile(file);
          // The same file can be chosen again.
          currentTarget.value = '';
        }}
      />
    </>
  );
}

/** Where a picture can be dropped, before there is one. */
export function DropPlace({ isOver, children }: { isOver: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  const facts = { formats: format.list(['PNG', 'JPEG', 'GIF', 'WebP', 'AVIF']), size: format.bytes(limits.pictureBytes) };
  return (
    <div
      className={cn(
        'flex min-h-72 flex-col items-center justify-center gap-4 rounded-card border-2 border-dashed p-6 text-center transition-colors duration-fast',
        isOver ? 'border-accent bg-hover' : 'border-line-strong',
      )}
    >
      <Icon icon={ImageUp} size="bar" className="text-fg-muted" />
      {children}
      <p className="text-ui text-fg-muted pointer-coarse:hidden">{t('pictures.drop')}</p>
      <p className="text-meta text-fg-subtle">{t('pictures.files', facts)}</p>
    </div>
  );
}

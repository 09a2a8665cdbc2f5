import { Upload } from 'lucide-react';
import { useRef, type Ref } from 'react';
import { Button } from '@/ui';

const ACCEPTED = 'image/png,image/jpeg,image/gif,image/webp,image/avif';

export interface UploadButtonProps {
  children: string;
  disabled: boolean;
  onFiles: (files: File[]) => void;
  ref?: Ref<HTMLButtonElement>;
}

/** Opens the file chooser of the system. */
export function UploadButton({ children, disabled, onFiles, ref }: UploadButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button ref={ref} variant="primary" icon={Upload} disabled={disabled} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={ACCEPTED}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          // The same file can be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}

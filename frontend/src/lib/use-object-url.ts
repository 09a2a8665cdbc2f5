import { useEffect, useState } from 'react';

/** Where the browser finds a file of this device, as long as it is shown; null at first. */
export function useObjectUrl(file: Blob | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!file) return;
    const made = URL.createObjectURL(file);
    queueMicrotask(() => setUrl(made));
    return () => {
      setUrl(null);
      URL.revokeObjectURL(made);
    };
  }, [file]);
  return url;
}

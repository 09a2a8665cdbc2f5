import { useCallback } from 'react';
import { useToast } from '@/ui';
import { useErrorText } from './error-text';

/** Says that something asked for did not happen: what, and why. */
export function useErrorToast(): (title: string, error: unknown) => void {
  const toast = useToast();
  const text = useErrorText();
  return useCallback((title, error) => toast.show({ title, description: text(error), tone: 'danger' }), [toast, text]);
}

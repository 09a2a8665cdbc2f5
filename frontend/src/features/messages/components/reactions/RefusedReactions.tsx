import { useEffect } from 'react';
import { useErrorToast, useTranslation } from '@/i18n';
import { useRefused } from '../../reactions/refused-store';

/** Tells of reactions that waited for a connection in vain. */
export default function RefusedReactions() {
  const { t } = useTranslation();
  const toast = useErrorToast();
  const [error] = useRefused(({ errors }) => errors);
  useEffect(() => {
    if (error === undefined) return;
    toast(t('reactions.failed'), error);
    useRefused.setState({ errors: [] });
  }, [error, t, toast]);
  return null;
}

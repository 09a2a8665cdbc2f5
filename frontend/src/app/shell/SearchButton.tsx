import { Search } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { closeSearch, openSearch, useSearchPane } from '@/features/search';
import { IconButton } from '@/ui';

export default function SearchButton() {
  const { t } = useTranslation();
  const isOpen = useSearchPane((search) => search.isOpen);
  return (
    <IconButton
      icon={Search}
      label={t('shortcuts.search')}
      pressed={isOpen}
      tooltipSide="bottom"
      onClick={() => (isOpen ? closeSearch() : openSearch())}
    />
  );
}

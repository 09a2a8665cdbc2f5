import { createContext, useContext, type CSSProperties, type ReactNode, type Ref } from 'react';
import { useTranslation } from '@/i18n';

/** How many entries the list has, of which only a few are in the page. */
export const EntryCount = createContext(0);

interface ListProps {
  style: CSSProperties;
  children: ReactNode;
  ref?: Ref<HTMLUListElement>;
}

export function List({ style, children, ref }: ListProps) {
  const { t } = useTranslation();
  return (
    <ul ref={ref} style={style} aria-label={t('members.title')}>
      {children}
    </ul>
  );
}

interface ListEntryProps {
  style: CSSProperties;
  index: number;
  children: ReactNode;
  ref?: Ref<HTMLLIElement>;
}

export function ListEntry({ style, index, children, ref }: ListEntryProps) {
  return (
    <li ref={ref} style={style} aria-setsize={useContext(EntryCount)} aria-posinset={index + 1}>
      {children}
    </li>
  );
}

import { Combobox } from '@base-ui/react/combobox';
import { Check, ChevronsUpDown, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { Chip } from './Chip';
import { Field, type FieldProps } from './Field';
import { controlBox } from './field-styles';
import { Icon } from './Icon';
import { useUiLabels } from './labels';
import { popupItem, popupSurface } from './popup-styles';
import { Spinner } from './Spinner';

export interface PickerItem {
  value: string;
  label: string;
  /** Tells those of one name apart. */
  detail?: string;
  /** An avatar, a ColorDot, an icon. */
  leading?: ReactNode;
  disabled?: boolean;
}

interface PickerListProps {
  items: readonly PickerItem[];
  placeholder?: string;
  /** What is typed. With it the caller does the searching, and `items` are what was found. */
  onQueryChange?: (query: string) => void;
  loading?: boolean;
  /** What to say when nothing fits. */
  emptyText?: string;
}

export interface PickerProps extends FieldProps, PickerListProps {
  value: PickerItem | null;
  onValueChange: (item: PickerItem | null) => void;
}

const isSame = (a: PickerItem, b: PickerItem): boolean => a.value === b.value;

/** What is chosen fills the field, too, but is nothing to search for. */
const searching = (onQueryChange: PickerListProps['onQueryChange']) =>
  onQueryChange && {
    filter: null,
    onInputValueChange: (text: string, { reason }: Combobox.Root.ChangeEventDetails) =>
      onQueryChange(reason === 'input-change' ? text : ''),
  };

/** One of many, found by typing: a person, a role, a channel. */
export function Picker(props: PickerProps) {
  const { items, placeholder, onQueryChange, loading, emptyText, value, onValueChange, ...field } = props;
  return (
    <Field {...field}>
      <Combobox.Root
        items={items}
        value={value}
        onValueChange={onValueChange}
        isItemEqualToValue={isSame}
        {...searching(onQueryChange)}
        disabled={field.disabled}
        autoHighlight
      >
        <Combobox.InputGroup
          className={cn(
            controlBox,
            'flex h-9 items-center gap-1 ps-3 pe-1 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring',
          )}
        >
          {value?.leading && <span className="me-1 flex">{value.leading}</span>}
          <Combobox.Input placeholder={placeholder} className="h-full min-w-0 flex-1 bg-transparent outline-none" />
          <PickerButtons clearable />
        </Combobox.InputGroup>
        <PickerPopup loading={loading} emptyText={emptyText} />
      </Combobox.Root>
    </Field>
  );
}

export interface MultiPickerProps extends FieldProps, PickerListProps {
  value: readonly PickerItem[];
  onValueChange: (items: PickerItem[]) => void;
}

/** Several of many, each a chip that can be taken out again. */
export function MultiPicker(props: MultiPickerProps) {
  const { items, placeholder, onQueryChange, loading, emptyText, value, onValueChange, ...field } = props;
  const labels = useUiLabels();
  return (
    <Field {...field}>
      <Combobox.Root
        multiple
        items={items}
        value={[...value]}
        onValueChange={onValueChange}
        isItemEqualToValue={isSame}
        {...searching(onQueryChange)}
        disabled={field.disabled}
        autoHighlight
      >
        <Combobox.InputGroup
          className={cn(
            controlBox,
            'flex min-h-9 items-center gap-1 py-1 ps-1.5 pe-1 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-offset-2 has-[input:focus-visible]:outline-ring',
          )}
        >
          <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1">
            {value.map((item) => (
              <Chip
                key={item.value}
                leading={item.leading}
                removeLabel={labels.remove(item.label)}
                onRemove={() => onValueChange(value.filter((other) => !isSame(other, item)))}
              >
                {item.label}
              </Chip>
            ))}
            <Combobox.Input
              placeholder={value.length === 0 ? placeholder : undefined}
              className="h-6 min-w-24 flex-1 bg-transparent ps-1.5 outline-none pointer-coarse:h-9"
            />
          </div>
          <PickerButtons />
        </Combobox.InputGroup>
        <PickerPopup loading={loading} emptyText={emptyText} />
      </Combobox.Root>
    </Field>
  );
}

function PickerButtons({ clearable = false }: { clearable?: boolean }) {
  const labels = useUiLabels();
  const button =
    'touch-area grid size-7 shrink-0 place-items-center rounded-card text-fg-subtle transition-colors hover:bg-hover hover:text-fg';
  return (
    <>
      {clearable && (
        <Combobox.Clear aria-label={labels.clear} className={button}>
          <Icon icon={X} />
        </Combobox.Clear>
      )}
      <Combobox.Trigger aria-label={labels.showChoices} className={button}>
        <Icon icon={ChevronsUpDown} />
      </Combobox.Trigger>
    </>
  );
}

function PickerPopup({ loading = false, emptyText }: Pick<PickerListProps, 'loading' | 'emptyText'>) {
  const labels = useUiLabels();
  return (
    <Combobox.Portal>
      <Combobox.Positioner sideOffset={4} collisionPadding={8}>
        <Combobox.Popup className={cn(popupSurface, 'max-h-[min(20rem,var(--available-height))] w-(--anchor-width) min-w-60')}>
          <Combobox.Empty className="px-2 py-1.5 text-ui text-fg-subtle empty:hidden">
            {loading ? <Spinner /> : (emptyText ?? labels.nothingFound)}
          </Combobox.Empty>
          <Combobox.List className="outline-none">{(item: PickerItem) => <PickerRow key={item.value} item={item} />}</Combobox.List>
        </Combobox.Popup>
      </Combobox.Positioner>
    </Combobox.Portal>
  );
}

function PickerRow({ item }: { item: PickerItem }) {
  return (
    <Combobox.Item value={item} disabled={item.disabled} className={popupItem}>
      {item.leading}
      <span className="flex min-w-0 flex-1 items-baseline gap-2">
        <bdi className="truncate">{item.label}</bdi>
        {item.detail && <bdi className="truncate text-meta text-fg-subtle">{item.detail}</bdi>}
      </span>
      <span className="flex size-4">
        <Combobox.ItemIndicator>
          <Icon icon={Check} />
        </Combobox.ItemIndicator>
      </span>
    </Combobox.Item>
  );
}

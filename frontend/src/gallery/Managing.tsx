import { ShieldQuestion, UserX } from 'lucide-react';
import { useState } from 'react';
import {
  Avatar,
  Button,
  Chip,
  ColorDot,
  ColorField,
  DataList,
  DataRow,
  DateTimeRange,
  EmptyState,
  IconButton,
  MultiPicker,
  Picker,
  ProgressBar,
  SaveBar,
  SearchField,
  SortableList,
  StepProgress,
  TriStateSwitch,
  type LoadedList,
  type PickerItem,
  type TimeRange,
  type TriState,
} from '@/ui';
import { Row, Section } from './Section';

const MORNING = Date.UTC(2026, 10, 21, 9);
const EVENING = Date.UTC(2026, 10, 21, 18);

const presets = [
  { color: 0x1abc9c, label: 'Teal' },
  { color: 0x3498db, label: 'Blue' },
  { color: 0xe91e63, label: 'Pink' },
  { color: 0xf1c40f, label: 'Yellow' },
];

const roles: PickerItem[] = [
  { value: '1', label: 'Moderators', leading: <ColorDot color={0x1abc9c} /> },
  { value: '2', label: 'Bakers', detail: '12 members', leading: <ColorDot color={0xe91e63} /> },
  { value: '3', label: 'البستانيون', leading: <ColorDot color={null} /> },
  { value: '4', label: 'Out of reach', leading: <ColorDot color={0x111111} />, disabled: true },
];

/** What owners and moderators work with. */
export function Managing() {
  return (
    <Section title="Running a place">
      <div className="grid grid-cols-1 items-start gap-8 desktop:grid-cols-2">
        <Colors />
        <Permissions />
        <Order />
        <Pickers />
        <Times />
        <Steps />
      </div>
      <Lists />
      <Saving />
    </Section>
  );
}

function Colors() {
  const [color, setColor] = useState<number | null>(0x3498db);
  return (
    <Row title="Colour" className="block">
      <ColorField label="Role colour" hint="Names of members have it." presets={presets} value={color} onValueChange={setColor} />
    </Row>
  );
}

function Permissions() {
  const [value, setValue] = useState<TriState>('inherit');
  return (
    <Row title="Deny, inherit, allow" className="flex-col items-stretch">
      <PermissionRow name="Send messages" value={value} onValueChange={setValue} />
      <PermissionRow name="Read earlier messages" value="allow" onValueChange={setValue} />
      <PermissionRow name="Mention everyone" value="deny" onValueChange={setValue} />
      <PermissionRow name="Manage roles" value="inherit" onValueChange={setValue} disabled />
    </Row>
  );
}

interface PermissionRowProps {
  name: string;
  value: TriState;
  onValueChange: (value: TriState) => void;
  disabled?: boolean;
}

function PermissionRow({ name, ...control }: PermissionRowProps) {
  return (
    <div className="flex items-center justify-between gap-4">
      <span className="text-ui">{name}</span>
      <TriStateSwitch label={name} {...control} />
    </div>
  );
}

function Order() {
  const [ids, setIds] = useState(['Owners', 'Moderators', 'Bakers', 'Gardeners', 'Everyone']);
  const items = ids.map((id) => ({ id, label: id, locked: id === 'Owners' || id === 'Everyone' }));
  return (
    <Row title="Order by hand" className="block">
      <SortableList label="Roles" items={items} onReorder={setIds}>
        {({ label, locked }) => <div className="py-2 text-ui">{locked ? `${label}, which stays` : label}</div>}
      </SortableList>
    </Row>
  );
}

function Pickers() {
  const [role, setRole] = useState<PickerItem | null>(roles[0] ?? null);
  const [several, setSeveral] = useState<PickerItem[]>(roles.slice(0, 2));
  return (
    <Row title="Pickers and chips" className="flex-col items-stretch gap-5">
      <Picker label="Role" items={roles} value={role} onValueChange={setRole} placeholder="Choose a role" />
      <MultiPicker label="Who may see it" items={roles} value={several} onValueChange={setSeveral} hint="Roles and people." />
      <Picker label="Nobody yet" items={[]} value={null} onValueChange={setRole} placeholder="Choose" error="Choose somebody." />
      <div className="flex flex-wrap gap-1.5">
        <Chip leading={<ColorDot color={0xe91e63} size="small" />}>Bakers</Chip>
        <Chip>Without colour</Chip>
        <Chip onRemove={() => undefined} removeLabel="Remove Gardeners">
          Gardeners
        </Chip>
      </div>
    </Row>
  );
}

function Times() {
  const [range, setRange] = useState<TimeRange>({ from: EVENING, to: MORNING });
  return (
    <Row title="From and to" className="block">
      <DateTimeRange className="w-full" label="When it happened" value={range} onValueChange={setRange} />
    </Row>
  );
}

function Steps() {
  return (
    <Row title="Steps and progress" className="flex-col items-stretch gap-5">
      <StepProgress label="Undo a raid" steps={['Choose', 'Look', 'Undo', 'Done']} current={1} />
      <ProgressBar label="Messages deleted" value={12} max={40} formatValue={(value) => `${value} of 40`} />
      <ProgressBar label="Members removed" value={null} />
    </Row>
  );
}

const ready: Pick<LoadedList<string>, 'status' | 'hasMore' | 'isLoadingMore' | 'loadMore' | 'retry'> = {
  status: 'ready',
  hasMore: false,
  isLoadingMore: false,
  loadMore: () => undefined,
  retry: () => undefined,
};

function Lists() {
  const [query, setQuery] = useState('');
  const people = ['Mara Lindqvist', 'نور الهدى', 'Иван Петров'].filter((name) => name.includes(query));
  return (
    <div className="grid grid-cols-1 gap-8 desktop:grid-cols-2">
      <Row title="List with filters" className="block">
        <DataList
          className="w-full"
          label="Members"
          list={{ ...ready, items: people }}
          keyOf={(name) => name}
          filters={<SearchField label="Search members" value={query} onValueChange={setQuery} className="flex-1" />}
          empty={<EmptyState icon={UserX} title="Nobody is called that" />}
          errorTitle="Members didn't load"
        >
          {(name) => (
            <DataRow
              leading={<Avatar id={name} name={name} size={32} />}
              title={<bdi>{name}</bdi>}
              detail="Joined in November 2026"
              extra={<Chip leading={<ColorDot color={0x1abc9c} size="small" />}>Moderators</Chip>}
              actions={<IconButton icon={ShieldQuestion} size="small" label={`About ${name}`} />}
            />
          )}
        </DataList>
      </Row>
      <Row title="List that is loading" className="block">
        <DataList
          label="Bans"
          list={{ ...ready, status: 'loading', items: [] }}
          keyOf={(name) => name}
          empty={null}
          errorTitle="Bans didn't load"
        >
          {(name) => name}
        </DataList>
      </Row>
    </div>
  );
}

function Saving() {
  const [dirty, setDirty] = useState(true);
  return (
    <Row title="Unsaved changes" className="flex-col items-stretch">
      {!dirty && <Button onClick={() => setDirty(true)}>Change something</Button>}
      <SaveBar dirty={dirty} onReset={() => setDirty(false)} onSave={() => setDirty(false)} />
      <SaveBar dirty urgent error="Somebody changed this at the same time." onReset={() => undefined} onSave={() => undefined} />
    </Row>
  );
}

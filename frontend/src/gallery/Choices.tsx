import { Bell, Palette, User } from 'lucide-react';
import { useState } from 'react';
import { Badge, Checkbox, RadioGroup, Slider, Switch, Tabs } from '@/ui';
import { Row, Section } from './Section';

type Theme = 'system' | 'light' | 'dark';
type Page = 'profile' | 'appearance' | 'notifications' | 'billing';

export function Choices() {
  return (
    <Section title="Choices">
      <div className="grid grid-cols-1 gap-8 tablet:grid-cols-2 desktop:grid-cols-3">
        <Boxes />
        <Switches />
        <Themes />
      </div>
      <Sliders />
      <Pages />
    </Section>
  );
}

function Boxes() {
  const [checked, setChecked] = useState(true);
  return (
    <Row title="Checkbox" className="flex-col items-start">
      <Checkbox label="Remember this device" checked={checked} onCheckedChange={setChecked} />
      <Checkbox label="Some of the channels" checked={false} indeterminate onCheckedChange={setChecked} />
      <Checkbox label="Delete the messages too" hint="Those of the last 7 days." checked={false} onCheckedChange={setChecked} />
      <Checkbox label="I have read the rules" checked={false} error="Read the rules first." onCheckedChange={setChecked} />
      <Checkbox label="Not yours to change" checked disabled onCheckedChange={setChecked} />
    </Row>
  );
}

function Switches() {
  const [on, setOn] = useState(true);
  return (
    <Row title="Switch" className="flex-col items-stretch">
      <Switch label="Play sounds" hint="For mentions and calls." checked={on} onCheckedChange={setOn} />
      <Switch label="Show what I'm typing" checked={!on} onCheckedChange={(next) => setOn(!next)} />
      <Switch label="Set by your admin" checked disabled onCheckedChange={setOn} />
      <Switch label="Also set by your admin" checked={false} disabled onCheckedChange={setOn} />
    </Row>
  );
}

function Themes() {
  const [theme, setTheme] = useState<Theme>('system');
  return (
    <RadioGroup
      label="Theme"
      value={theme}
      onValueChange={setTheme}
      options={[
        { value: 'system', label: 'Like my system', hint: 'Changes with the time of day, if your system does.' },
        { value: 'light', label: 'Light' },
        { value: 'dark', label: 'Dark', disabled: true },
      ]}
    />
  );
}

function Sliders() {
  const [size, setSize] = useState(16);
  return (
    <Row title="Slider" className="grid grid-cols-1 gap-6 tablet:grid-cols-2">
      <Slider label="Text size" value={size} min={12} max={24} onValueChange={setSize} formatValue={(value) => `${value} px`} />
      <Slider label="Input level" value={40} disabled onValueChange={setSize} formatValue={(value) => `${value} %`} />
    </Row>
  );
}

function Pages() {
  const [page, setPage] = useState<Page>('profile');
  return (
    <Row title="Tabs" className="block">
      <Tabs
        label="Settings"
        value={page}
        onValueChange={setPage}
        items={[
          { value: 'profile', label: 'Profile', icon: User, panel: 'What others see of you.' },
          { value: 'appearance', label: 'Appearance', icon: Palette, panel: 'How Hearth looks to you.' },
          {
            value: 'notifications',
            label: 'Notifications',
            icon: Bell,
            badge: <Badge count={3} label="3 new" />,
            panel: 'When Hearth speaks up.',
          },
          { value: 'billing', label: 'Billing', disabled: true, panel: 'Nothing here.' },
        ]}
      />
    </Row>
  );
}

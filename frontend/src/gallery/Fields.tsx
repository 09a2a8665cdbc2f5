import { AtSign, Search } from 'lucide-react';
import { useState } from 'react';
import { CopyField, FormError, Icon, Select, TextArea, TextField, type SelectOption } from '@/ui';
import { Row, Section } from './Section';

type Notify = 'all' | 'mentions' | 'none';

const notifications: SelectOption<Notify>[] = [
  { value: 'all', label: 'Every message' },
  { value: 'mentions', label: 'Mentions only' },
  { value: 'none', label: 'Nothing' },
];

export function Fields() {
  const [notify, setNotify] = useState<Notify>('mentions');
  const [unset, setUnset] = useState<Notify | null>(null);
  return (
    <Section title="Fields">
      <Row title="Text" className="grid grid-cols-1 items-start gap-5 tablet:grid-cols-2 desktop:grid-cols-3">
        <TextField label="Display name" placeholder="How people see you" />
        <TextField label="User name" prefix={<Icon icon={AtSign} />} defaultValue="noor" hint="2 to 32 of a to z, 0 to 9, _ and ." />
        <TextField label="E-mail" type="email" optional defaultValue="noor@" error="This address isn't complete." />
        <TextField label="Password" type="password" defaultValue="correct horse" autoComplete="off" />
        <TextField label="Search" hideLabel placeholder="Search" prefix={<Icon icon={Search} />} />
        <TextField label="Server address" disabled defaultValue="hearth.example" />
      </Row>
      <Row title="Long text and choice" className="grid grid-cols-1 items-start gap-5 tablet:grid-cols-2 desktop:grid-cols-3">
        <TextArea label="About you" hint="Grows as you write." defaultValue={'First line.\nSecond line.'} />
        <TextArea label="Topic" error="Topics are 1,024 characters at most." defaultValue="Too long" />
        <div className="flex flex-col gap-5">
          <Select label="Notify me about" options={notifications} value={notify} onValueChange={setNotify} />
          <Select label="Default channel" options={notifications} value={unset} onValueChange={setUnset} placeholder="Choose a channel" />
          <Select
            label="Region"
            options={notifications}
            value={unset}
            onValueChange={setUnset}
            placeholder="Choose"
            error="Choose a region."
          />
        </div>
      </Row>
      <Row title="Copy" className="grid grid-cols-1 tablet:grid-cols-2">
        <CopyField label="Invite link" value="https://hearth.example/invite/qW3rTy9k" hint="Works for 7 days." />
      </Row>
      <Row title="Error of a form" className="block max-w-dialog-small">
        <FormError>The name or the password isn&apos;t right. Check both and try again.</FormError>
      </Row>
    </Section>
  );
}

import { ArrowRight, Bell, Hash, Mic, Pencil, Pin, Plus, Reply, Settings, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '@/ui';
import { Row, Section } from './Section';

const variants = ['primary', 'secondary', 'ghost', 'danger'] as const;

export function Buttons() {
  const [muted, setMuted] = useState(true);
  return (
    <Section title="Buttons">
      {variants.map((variant) => (
        <Row key={variant} title={variant}>
          <Button variant={variant}>Save changes</Button>
          <Button variant={variant} icon={variant === 'danger' ? Trash2 : Plus}>
            With icon
          </Button>
          <Button variant={variant} size="small">
            Small
          </Button>
          <Button variant={variant} size="large">
            Large
          </Button>
          <Button variant={variant} loading>
            Save changes
          </Button>
          <Button variant={variant} disabled>
            Disabled
          </Button>
        </Row>
      ))}
      <Row title="Onward, full width">
        <div className="w-full max-w-dialog-small">
          <Button variant="primary" size="large" iconEnd={ArrowRight} fullWidth>
            Continue
          </Button>
        </div>
      </Row>
      <Row title="Icon buttons">
        <IconButton icon={Hash} label="Channels" />
        <IconButton icon={Settings} label="Settings" shortcut="mod+," />
        <IconButton icon={Mic} label="Mute" pressed={muted} onClick={() => setMuted(!muted)} />
        <IconButton icon={Reply} label="Reply" mirrored shortcut="r" />
        <IconButton icon={Bell} label="Notifications" variant="secondary" />
        <IconButton icon={Plus} label="Create" variant="primary" />
        <IconButton icon={Pencil} label="Edit" loading />
        <IconButton icon={Pencil} label="Edit, not allowed" disabled />
      </Row>
      <Row title="Floating toolbar">
        <div className="flex rounded-card bg-raised p-0.5 shadow-bar">
          <IconButton icon={Reply} label="Reply to message" size="small" mirrored />
          <IconButton icon={Pencil} label="Edit message" size="small" />
          <IconButton icon={Pin} label="Pin message" size="small" />
          <IconButton icon={Trash2} label="Delete message" size="small" />
        </div>
      </Row>
    </Section>
  );
}

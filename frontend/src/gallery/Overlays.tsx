import { Bell, Copy, EyeOff, Link, LogOut, Pencil, Reply, Settings, Smile, Trash2, UserPlus } from 'lucide-react';
import { useState } from 'react';
import {
  Button,
  ConfirmDialog,
  ContextMenu,
  Dialog,
  DialogClose,
  IconButton,
  Menu,
  MenuCheckboxItem,
  MenuGroup,
  MenuItem,
  MenuRadioGroup,
  MenuSeparator,
  Popover,
  PresenceDot,
  SubMenu,
  TextField,
  Tooltip,
  useToast,
} from '@/ui';
import { Row, Section } from './Section';

type Status = 'online' | 'idle' | 'dnd';

export function Overlays() {
  return (
    <Section title="Overlays">
      <Row title="Dialogs">
        <CreateChannel />
        <LongDialog />
        <DeleteChannel />
        <DeleteServer />
      </Row>
      <Row title="Menus">
        <ServerMenu />
        <ContextMenu items={<MessageItems />}>
          <div className="rounded-card border border-line px-4 py-3 text-ui text-fg-muted">Right-click or hold here</div>
        </ContextMenu>
      </Row>
      <Row title="Popover and tooltip">
        <Popover title="Mara Lindqvist" trigger={<Button>Open popover</Button>} className="w-72">
          <p className="mb-4 text-ui text-fg-muted">Bakes on Thursdays. Ask her about sourdough.</p>
          <Button variant="primary" fullWidth>
            Send message
          </Button>
        </Popover>
        <Tooltip content="Saturday, 21 November 2026 at 21:47" shortcut="mod+k">
          <Button variant="ghost">Tooltip with a key</Button>
        </Tooltip>
        <IconButton icon={Smile} label="Add reaction" shortcut="mod+e" />
      </Row>
      <Row title="Toasts">
        <Toasts />
      </Row>
    </Section>
  );
}

function CreateChannel() {
  return (
    <Dialog
      trigger={<Button>Open dialog</Button>}
      title="Create channel"
      description="Channels are where your community talks."
      footer={
        <>
          <DialogClose render={<Button variant="ghost">Cancel</Button>} />
          <Button variant="primary">Create channel</Button>
        </>
      }
    >
      <TextField label="Name" placeholder="new-channel" />
    </Dialog>
  );
}

function LongDialog() {
  return (
    <Dialog trigger={<Button>Open long dialog</Button>} title="House rules" size="small">
      <div tabIndex={-1} className="flex flex-col gap-3 text-body">
        {Array.from({ length: 24 }, (_, index) => (
          <p key={index}>Rule {index + 1}. Leave the place as you would like to find it.</p>
        ))}
      </div>
    </Dialog>
  );
}

function DeleteChannel() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        Delete channel
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title="Delete channel?"
        description={
          <>
            <strong className="font-semibold text-fg">#garden</strong> and its 1,204 messages will be gone for everyone. This can&apos;t be
            undone.
          </>
        }
        confirmLabel="Delete channel"
        onConfirm={() => setOpen(false)}
      />
    </>
  );
}

function DeleteServer() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        Delete server
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title="Delete server?"
        description="Harbour Street and all that was ever said in it will be gone for its 212 members."
        confirmLabel="Delete server"
        confirmText="Harbour Street"
        error="The server didn't answer. Nothing was deleted; try again."
        onConfirm={() => setOpen(false)}
      />
    </>
  );
}

function ServerMenu() {
  const [status, setStatus] = useState<Status>('online');
  const [hidden, setHidden] = useState(true);
  return (
    <Menu trigger={<Button>Harbour Street</Button>}>
      <MenuItem icon={UserPlus}>Invite people</MenuItem>
      <MenuItem icon={Settings} shortcut="mod+,">
        Server settings
      </MenuItem>
      <MenuCheckboxItem icon={EyeOff} checked={hidden} onCheckedChange={setHidden}>
        Hide muted channels
      </MenuCheckboxItem>
      <SubMenu label="Notifications" icon={Bell}>
        <MenuItem>For 15 minutes</MenuItem>
        <MenuItem>For an hour</MenuItem>
        <MenuItem>Until I turn it back on</MenuItem>
      </SubMenu>
      <MenuSeparator />
      <MenuRadioGroup
        label="Status"
        value={status}
        onValueChange={setStatus}
        options={[
          { value: 'online', label: <StatusLabel presence="online" text="Online" /> },
          { value: 'idle', label: <StatusLabel presence="idle" text="Idle" /> },
          { value: 'dnd', label: <StatusLabel presence="dnd" text="Do not disturb" /> },
        ]}
      />
      <MenuSeparator />
      <MenuItem icon={LogOut} mirrored danger>
        Leave server
      </MenuItem>
    </Menu>
  );
}

function StatusLabel({ presence, text }: { presence: Status; text: string }) {
  return (
    <span className="flex items-center gap-2.5">
      <span className="grid size-4 place-items-center">
        <PresenceDot presence={presence} silent />
      </span>
      {text}
    </span>
  );
}

function MessageItems() {
  return (
    <>
      <MenuItem icon={Reply} mirrored shortcut="r">
        Reply
      </MenuItem>
      <MenuItem icon={Pencil} shortcut="e">
        Edit
      </MenuItem>
      <MenuItem icon={Copy}>Copy text</MenuItem>
      <MenuItem icon={Link} disabled>
        Copy link
      </MenuItem>
      <MenuSeparator />
      <MenuGroup label="Careful">
        <MenuItem icon={Trash2} danger shortcut="delete">
          Delete
        </MenuItem>
      </MenuGroup>
    </>
  );
}

function Toasts() {
  const toast = useToast();
  return (
    <>
      <Button
        onClick={() =>
          toast.show({ title: 'Message deleted', action: { label: 'Undo', onClick: () => toast.show({ title: 'Message is back' }) } })
        }
      >
        With Undo
      </Button>
      <Button onClick={() => toast.show({ title: 'Settings saved', tone: 'success' })}>Success</Button>
      <Button
        onClick={() =>
          toast.show({
            title: 'Picture not uploaded',
            description: 'It is larger than 8 MB. Choose a smaller one.',
            tone: 'danger',
            timeout: 0,
          })
        }
      >
        Error that stays
      </Button>
      <Button onClick={() => toast.show({ title: 'Storage is nearly full', tone: 'warning' })}>Warning</Button>
    </>
  );
}

import { Hash, Settings, UserPlus, Volume2 } from 'lucide-react';
import { Avatar, Badge, DayDivider, Divider, Icon, IconButton, ListItem, ScrollArea, UnreadDivider } from '@/ui';
import { Row, Section } from './Section';

export function Lists() {
  return (
    <Section title="Lists">
      <div className="grid grid-cols-1 items-start gap-6 tablet:grid-cols-2 desktop:grid-cols-3">
        <Channels />
        <Members />
        <Conversation />
      </div>
    </Section>
  );
}

function Channels() {
  const hash = <Icon icon={Hash} className="text-fg-subtle" />;
  return (
    <Row title="Channels" className="block">
      <div className="flex w-full flex-col gap-0.5 rounded-card bg-sidebar p-2">
        <ListItem leading={hash} selected actions={<ChannelActions />}>
          general
        </ListItem>
        <ListItem leading={hash} unread trailing={<Badge count={2} label="2 mentions" />}>
          garden
        </ListItem>
        <ListItem leading={hash} unread>
          lost-and-found
        </ListItem>
        <ListItem leading={hash} actions={<ChannelActions />}>
          a-channel-with-a-name-so-long-that-it-cannot-fit-here
        </ListItem>
        <ListItem leading={hash} muted>
          muted-channel
        </ListItem>
        <ListItem leading={<Icon icon={Volume2} className="text-fg-subtle" />}>Kitchen table</ListItem>
        <ListItem leading={hash} render={<a href="#lists" />}>
          as-a-link
        </ListItem>
      </div>
    </Row>
  );
}

function ChannelActions() {
  return (
    <>
      <IconButton icon={UserPlus} size="small" label="Invite people" />
      <IconButton icon={Settings} size="small" label="Edit channel" />
    </>
  );
}

function Members() {
  return (
    <Row title="Members, in a scroll area" className="block">
      <ScrollArea label="Members" className="h-64 w-full rounded-card bg-sidebar p-2 [--avatar-ring:var(--color-sidebar)]">
        {['Mara Lindqvist', 'نور الهدى', 'Иван Петров', 'José', 'Wu Fei', 'Zoë de Vries', 'آرش'].map((name, index) => (
          <ListItem
            key={name}
            muted={index > 4}
            leading={<Avatar id={`${index}77`} name={name} size={32} presence={index > 4 ? 'offline' : 'online'} />}
            detail={index === 0 ? 'Baking bread' : undefined}
          >
            {name}
          </ListItem>
        ))}
      </ScrollArea>
    </Row>
  );
}

function Conversation() {
  return (
    <Row title="Dividers" className="flex-col items-stretch gap-4">
      <DayDivider label="Saturday, 21 November" />
      <p className="text-body">The message of the morning.</p>
      <UnreadDivider label="New" />
      <p className="text-body">The message of the evening.</p>
      <Divider />
    </Row>
  );
}

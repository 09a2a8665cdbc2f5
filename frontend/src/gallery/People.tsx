import { Bot, Crown } from 'lucide-react';
import { Avatar, Badge, Pill, PresenceDot, Skeleton, Spinner, type Presence } from '@/ui';
import { Row, Section } from './Section';

const presences: Presence[] = ['online', 'idle', 'dnd', 'offline'];
const sizes = [16, 20, 24, 32, 40, 48, 80] as const;
const people = ['Mara Lindqvist', 'نور الهدى', 'Иван Петров', 'José', 'Wu Fei', 'Zoë de Vries', 'آرش', 'Tom O’Neil'];

export function People() {
  return (
    <Section title="People">
      <Row title="Avatar sizes" className="items-end">
        {sizes.map((size) => (
          <Avatar key={size} id="41771983423143937" name="Mara Lindqvist" size={size} presence="online" />
        ))}
        <Avatar id="1" name="With a picture" picture="1" size={48} presence="idle" />
        <Avatar id="2" name="Broken picture" picture="2" size={48} presence="offline" />
        <Avatar id="3" name="Harbour Street" shape="square" size={48} />
      </Row>
      <Row title="Hues and scripts">
        {people.map((name, index) => (
          <Avatar key={name} id={String(41771983423143937n + BigInt(index * 4_194_304))} name={name} />
        ))}
      </Row>
      <Row title="Presence">
        {presences.map((presence) => (
          <span key={presence} className="inline-flex items-center gap-1.5">
            <Avatar id={presence} name={presence} size={32} presence={presence} />
            <PresenceDot presence={presence} className="size-2.5" />
          </span>
        ))}
        <Avatar id="me" name="Noor" size={32} presence="online" own />
      </Row>
      <Row title="Badges and pills">
        <Badge label="3 mentions" count={3} />
        <Badge label="120 mentions" count={120} />
        <Badge label="7 online" count={7} tone="neutral" />
        <Badge label="Unread" tone="neutral" />
        <Badge label="New request" />
        <Pill icon={Crown}>Owner</Pill>
        <Pill tone="accent">New</Pill>
        <Pill tone="success">Connected</Pill>
        <Pill tone="warning">Invite expires soon</Pill>
        <Pill tone="danger">Suspended</Pill>
        <Pill tone="info" icon={Bot}>
          Bot
        </Pill>
      </Row>
      <Row title="Waiting">
        <Spinner />
        <Spinner size="bar" label="Connecting" />
        <div className="flex items-center gap-4">
          <Skeleton shape="circle" className="size-10" />
          <div className="flex flex-col gap-2">
            <Skeleton className="w-32" />
            <Skeleton className="w-56" />
          </div>
        </div>
      </Row>
    </Section>
  );
}

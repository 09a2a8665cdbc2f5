import { Kbd } from '@/ui';
import { Row, Section } from './Section';

const surfaces = [
  ['rail', 'bg-rail'],
  ['sidebar', 'bg-sidebar'],
  ['canvas', 'bg-canvas'],
  ['raised', 'bg-raised'],
  ['popover', 'bg-popover'],
] as const;

export function Foundations() {
  return (
    <Section title="Foundations">
      <Row title="Surfaces and text" className="grid grid-cols-2 tablet:grid-cols-5">
        {surfaces.map(([name, className]) => (
          <div key={name} className={`flex flex-col rounded-card border border-line p-4 ${className}`}>
            <span className="text-ui font-semibold">{name}</span>
            <span className="text-ui text-fg-muted">Muted</span>
            <span className="text-meta text-fg-subtle">Subtle</span>
          </div>
        ))}
      </Row>
      <Row title="Type" className="flex-col items-start gap-1">
        <p className="text-title font-semibold">Title 20: The fire is lit</p>
        <p className="text-heading font-semibold">Heading 16: Who is here tonight</p>
        <p className="text-body">Body 15: Bring a chair, there is soup. По воскресеньям пьём чай.</p>
        <p dir="rtl" lang="ar" className="text-body">
          مرحبًا بكم حول النار، فالشاي جاهز الليلة.
        </p>
        <p className="text-ui">Controls 14: Invite people</p>
        <p className="text-meta text-fg-subtle">
          Meta 12: <time>21:47</time> yesterday
        </p>
        <p className="font-mono text-ui">const hearth = &apos;warm&apos;;</p>
      </Row>
      <Row title="Keys">
        <Kbd keys="mod+k" />
        <Kbd keys="alt+shift+up" />
        <Kbd keys="escape" />
      </Row>
    </Section>
  );
}

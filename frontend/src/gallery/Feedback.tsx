import { MessagesSquare, UserPlus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Banner, Button, EmptyState, ErrorState, Skeleton, SkeletonGroup } from '@/ui';
import { Row, Section } from './Section';

export function Feedback() {
  const [retrying, setRetrying] = useState(false);
  return (
    <Section title="States of a screen">
      <Row title="Banners" className="flex-col items-stretch gap-2">
        <Banner tone="offline">You&apos;re offline. We&apos;ll send your messages when you&apos;re back.</Banner>
        <Banner tone="info" action={<Button size="small">Reload</Button>}>
          A new version is ready.
        </Banner>
        <Banner tone="warning" onDismiss={() => undefined}>
          Your e-mail address isn&apos;t confirmed yet.
        </Banner>
        <Banner tone="danger">Storage is full. New files can&apos;t be uploaded.</Banner>
      </Row>
      <div className="grid grid-cols-1 gap-4 desktop:grid-cols-3">
        <Panel title="Empty">
          <EmptyState
            icon={MessagesSquare}
            title="It's quiet in here"
            action={
              <Button variant="primary" icon={UserPlus}>
                Invite people
              </Button>
            }
          >
            Say hello, or invite somebody to say it to.
          </EmptyState>
        </Panel>
        <Panel title="Error">
          <ErrorState title="Messages didn't load" onRetry={() => setRetrying(true)} retrying={retrying}>
            Check your connection, then try again.
          </ErrorState>
        </Panel>
        <Panel title="Loading">
          <SkeletonGroup label="Loading messages" className="w-full p-4">
            <div className="flex flex-col gap-5">
              {['w-24', 'w-32', 'w-20'].map((width) => (
                <div key={width} className="flex gap-4">
                  <Skeleton shape="circle" className="size-10 shrink-0" />
                  <div className="flex flex-1 flex-col gap-2.5 pt-1">
                    <Skeleton className={width} />
                    <Skeleton className="w-full" />
                    <Skeleton className="w-2/3" />
                  </div>
                </div>
              ))}
            </div>
          </SkeletonGroup>
        </Panel>
      </div>
    </Section>
  );
}

function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Row title={title} className="min-h-72 rounded-card border border-line">
      {children}
    </Row>
  );
}

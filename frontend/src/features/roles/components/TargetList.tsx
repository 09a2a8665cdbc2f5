import { Trash2 } from 'lucide-react';
import { Fragment, useState, type ReactNode } from 'react';
import { useTranslation } from '@/i18n';
import { IconButton, ListItem, Picker } from '@/ui';
import type { HeldServer } from '@/features/servers';
import { withoutTarget, type Overwrite, type Target } from '../overwrites';
import { targetOf, useNamedTargets, useTargetChoices, type NamedTarget } from './use-targets';

export interface DraftProps {
  overwrites: readonly Overwrite[];
  change: (overwrites: Overwrite[]) => void;
}

interface TargetListProps extends DraftProps {
  server: HeldServer;
  chosenId: string | null;
  onChoose: (id: string | null) => void;
  /** Shows what is chosen under its row, where there is no room beside the list. */
  renderChosen?: (id: string) => ReactNode;
}

/** Whom a channel has rules about, everyone always among them. */
export function TargetList({ server, chosenId, onChoose, renderChosen, overwrites, change }: TargetListProps) {
  const { t } = useTranslation();
  // Those that were added here and have nothing decided about them yet.
  const [added, setAdded] = useState<Target[]>([]);
  const targets = [{ id: server.id, type: 'ROLE' } as const, ...overwrites.map(({ targetId, type }) => ({ id: targetId, type })), ...added];
  const named = useNamedTargets(server, [...new Map(targets.map((target) => [target.id, target])).values()]);
  const remove = (id: string) => {
    setAdded(added.filter((target) => target.id !== id));
    change(withoutTarget(overwrites, id));
    if (chosenId === id) onChoose(renderChosen ? null : server.id);
  };
  const add = (target: Target) => {
    setAdded([...added, target]);
    onChoose(target.id);
  };
  return (
    <div className="flex flex-col gap-3">
      <AddTarget server={server} taken={named} onAdd={add} />
      <ul aria-label={t('channelPermissions.targets')} className="flex flex-col gap-0.5">
        {named.map((target) => (
          <Fragment key={target.id}>
            <li>
              <TargetRow
                target={target}
                selected={target.id === chosenId}
                onChoose={() => onChoose(renderChosen && target.id === chosenId ? null : target.id)}
                onRemove={target.id !== server.id && target.isInReach ? () => remove(target.id) : undefined}
              />
              {renderChosen && target.id === chosenId && <div className="pt-3 pb-6">{renderChosen(target.id)}</div>}
            </li>
          </Fragment>
        ))}
      </ul>
    </div>
  );
}

interface TargetRowProps {
  target: NamedTarget;
  selected: boolean;
  onChoose: () => void;
  onRemove: (() => void) | undefined;
}

function TargetRow({ target, selected, onChoose, onRemove }: TargetRowProps) {
  const { t } = useTranslation();
  return (
    <ListItem
      leading={target.leading}
      selected={selected}
      onClick={onChoose}
      actions={
        onRemove && (
          <IconButton icon={Trash2} size="small" label={t('channelPermissions.removeTarget', { name: target.name })} onClick={onRemove} />
        )
      }
    >
      {target.name}
    </ListItem>
  );
}

function AddTarget({ server, taken, onAdd }: { server: HeldServer; taken: readonly Target[]; onAdd: (target: Target) => void }) {
  const { t } = useTranslation();
  const { query: _query, ...choices } = useTargetChoices(server, taken);
  // Begins anew after every choice.
  const [count, setCount] = useState(0);
  return (
    <Picker
      key={count}
      label={t('channelPermissions.add')}
      placeholder={t('channelPermissions.addPlaceholder')}
      {...choices}
      value={null}
      onValueChange={(item) => {
        if (!item) return;
        setCount(count + 1);
        onAdd(targetOf(item));
      }}
    />
  );
}

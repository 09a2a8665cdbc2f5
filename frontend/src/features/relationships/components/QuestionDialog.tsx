import { useTranslation } from '@/i18n';
import { ConfirmDialog } from '@/ui';
import { closeQuestion, type Question } from '../question-store';
import { useRelationshipActs } from './use-relationship-acts';

const texts = {
  block: { title: 'friends.blockTitle', text: 'friends.blockText', confirm: 'friends.block' },
  decline: { title: 'friends.declineTitle', text: 'friends.declineText', confirm: 'friends.decline' },
  unfriend: { title: 'friends.unfriendTitle', text: 'friends.unfriendText', confirm: 'friends.unfriend' },
} as const;

export interface QuestionDialogProps {
  question: Question;
  open: boolean;
}

export default function QuestionDialog({ question: { kind, user }, open }: QuestionDialogProps) {
  const { t } = useTranslation();
  const acts = useRelationshipActs();
  const words = texts[kind];
  const name = user.displayName;
  const confirm = () => {
    if (kind === 'block') acts.block(user);
    else acts.end(user, kind === 'decline' ? 'INCOMING' : 'FRIEND');
    closeQuestion();
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => !next && closeQuestion()}
      title={t(words.title, { name })}
      description={t(words.text, { name })}
      confirmLabel={t(words.confirm)}
      onConfirm={confirm}
    />
  );
}

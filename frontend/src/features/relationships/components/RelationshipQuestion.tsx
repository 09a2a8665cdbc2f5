import { Suspense } from 'react';
import { lazyPart } from '@/lib/lazy-part';
import { useQuestions } from '../question-store';

const QuestionDialog = lazyPart(() => import('./QuestionDialog'));

/** Asks before somebody is blocked, declined or removed from the friends. One for the whole app. */
export function RelationshipQuestion() {
  const { question, open } = useQuestions();
  return (
    question && (
      <Suspense>
        <QuestionDialog key={`${question.kind} ${question.user.id}`} question={question} open={open} />
      </Suspense>
    )
  );
}

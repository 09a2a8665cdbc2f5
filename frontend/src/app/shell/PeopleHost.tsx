import { useEffect } from 'react';
import { ProfileHost } from '@/features/profiles/components';
import { closeQuestion } from '@/features/relationships';
import { RelationshipQuestion } from '@/features/relationships/question';
import { closeProfile } from '@/features/users';
import { useOverlay } from '../use-overlay';
import { useMessagePerson } from './use-message-person';

/** Somebody's card, and what is asked before something is done about them. */
export default function PeopleHost() {
  const message = useMessagePerson();
  const settings = useOverlay('settings');
  useEffect(
    () => () => {
      closeProfile();
      closeQuestion();
    },
    [],
  );
  return (
    <>
      <ProfileHost onMessage={message} onEditOwn={() => settings.open('profile')} />
      <RelationshipQuestion />
    </>
  );
}

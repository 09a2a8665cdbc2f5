import { allGroups } from '../permission-groups';
import { Explanation } from './Explanation';

/** Why somebody may or may not do each thing in the server as a whole. */
export default function ServerExplanation(props: { serverId: string; userId: string }) {
  return <Explanation {...props} groups={allGroups} />;
}

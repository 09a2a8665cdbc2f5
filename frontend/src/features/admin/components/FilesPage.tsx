import { useAdminSettings, useAdminStorage } from '../queries';
import { FileLimits } from './FileLimits';
import { Loaded } from './Loaded';
import { StorageOverview } from './StorageOverview';

/** What files take, and what they may. */
export default function FilesPage() {
  const settings = useAdminSettings();
  const storage = useAdminStorage();
  return (
    <div className="flex flex-1 flex-col gap-10">
      <Loaded query={storage}>{(data) => <StorageOverview storage={data} />}</Loaded>
      <Loaded query={settings}>{(data) => <FileLimits settings={data} />}</Loaded>
    </div>
  );
}

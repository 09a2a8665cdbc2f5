import { PresenceStore, type Activity } from './presence-store.js';

export class LocalPresenceStore extends PresenceStore {
  private readonly activities = new Map<string, Activity>();

  async set(userId: string, activity: Activity | null): Promise<void> {
    if (activity) this.activities.set(userId, activity);
    else this.activities.delete(userId);
  }

  async get(userIds: string[]): Promise<Map<string, Activity>> {
    return new Map(
      userIds.flatMap((userId) => {
        const activity = this.activities.get(userId);
        return activity ? [[userId, activity] as const] : [];
      }),
    );
  }

  onLost(): void {
    // The only node does not outlive itself.
  }
}

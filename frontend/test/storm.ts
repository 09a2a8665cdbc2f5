import { type Message, routes } from '@hearth/contract';
import type { Device } from './device';
import { type World, firstChannel } from './world';

const ROUNDS = 15;
const AT_ONCE = 4;

interface Place {
  author: Device;
  channelId: string;
  sent: Message[];
  /** Whether the author may delete many at once. */
  moderates: boolean;
}

async function act({ author, channelId, sent, moderates }: Place, random: () => number): Promise<void> {
  const choice = random();
  const target = sent[Math.floor(random() * sent.length)];
  if (choice < 0.6 || !target) sent.push(await author.send(channelId, `message ${sent.length}`));
  else if (choice < 0.85) await edit(author, target, `mended ${choice}`);
  else if (choice < 0.95 || !moderates) await author.call(routes.deleteMessage, { params: { messageId: target.id } });
  else await author.call(routes.bulkDeleteMessages, { params: { channelId }, body: { ids: sent.slice(-5).map(({ id }) => id) } });
}

async function edit(author: Device, { id }: Message, content: string): Promise<void> {
  // It may be deleted by now.
  await author.call(routes.editMessage, { params: { messageId: id }, body: { content } }).catch(() => undefined);
}

/** Two people write, edit and delete in two channels, several things at once. Answers with how many of them there were. */
export async function storm({ ben, phone, general, own }: World, random: () => number): Promise<number> {
  const rooms = [
    { channelId: general.id, owner: ben },
    { channelId: firstChannel(own).id, owner: phone },
  ];
  const places = [ben, phone].flatMap((author) =>
    rooms.map(({ channelId, owner }): Place => ({ author, channelId, sent: [], moderates: author === owner })),
  );
  for (let round = 0; round < ROUNDS; round += 1) {
    const chosen = Array.from({ length: AT_ONCE }, () => places[Math.floor(random() * places.length)]);
    await Promise.all(chosen.flatMap((place) => (place ? [act(place, random)] : [])));
  }
  return ROUNDS * AT_ONCE;
}

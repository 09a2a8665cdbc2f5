import * as z from 'zod';
import { emoji } from './emoji.js';
import { limits } from './limits.js';
import { nameText } from './text.js';

/** What is asked, as it is sent. Times go by the clock of the server: a message that had to wait is open as long as another. */
export const pollInput = z
  .object({
    question: nameText(1, limits.poll.question),
    answers: z
      .array(z.object({ text: nameText(1, limits.poll.answer), emoji: emoji.optional() }))
      .min(limits.poll.answers.min)
      .max(limits.poll.answers.max),
    /** Whether one person may choose several answers; false if left out. */
    multiple: z.boolean().optional(),
    /** Seconds; it is open until somebody ends it if left out. */
    expiresIn: z.number().int().min(limits.poll.seconds.min).max(limits.poll.seconds.max).optional(),
  })
  .meta({ id: 'CreatePoll' });
export type PollInput = z.infer<typeof pollInput>;

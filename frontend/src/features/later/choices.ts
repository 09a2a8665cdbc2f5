const MINUTE = 60_000;

export interface Choice<N extends string> {
  name: N;
  /** Unix time in milliseconds. */
  at: number;
}

const MORNING = 9;
const EVENING = 19;
const MONDAY = 1;

/** So many days from now, at an hour, as the clock on the wall goes there. */
const onDay = (now: Date, days: number, hour: number): number =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour).getTime();

/** From 1, on a Sunday, to 7: the Monday after today. */
const daysToMonday = (now: Date): number => ((MONDAY + 7 - now.getDay() - 1) % 7) + 1;

const isLater =
  (now: Date, least: number) =>
  ({ at }: Choice<string>): boolean =>
    at - now.getTime() >= least;

/** When to send a message. Without what is over or all but there, and with every time once. */
export function sendChoices(now: Date): Choice<'hour' | 'evening' | 'tomorrow' | 'monday'>[] {
  const tomorrow = onDay(now, 1, MORNING);
  const monday = onDay(now, daysToMonday(now), MORNING);
  const all: Choice<'hour' | 'evening' | 'tomorrow' | 'monday'>[] = [
    { name: 'hour', at: now.getTime() + 60 * MINUTE },
    { name: 'evening', at: onDay(now, 0, EVENING) },
    { name: 'tomorrow', at: tomorrow },
    { name: 'monday', at: monday },
  ];
  return all.filter(({ name, at }) => !(name === 'monday' && at === tomorrow)).filter(isLater(now, 60 * MINUTE));
}

/** When to be told of a message again. */
export function remindChoices(now: Date): Choice<'minutes20' | 'hour' | 'hours3' | 'tomorrow' | 'nextWeek'>[] {
  return [
    { name: 'minutes20', at: now.getTime() + 20 * MINUTE },
    { name: 'hour', at: now.getTime() + 60 * MINUTE },
    { name: 'hours3', at: now.getTime() + 180 * MINUTE },
    { name: 'tomorrow', at: onDay(now, 1, MORNING) },
    { name: 'nextWeek', at: onDay(now, daysToMonday(now), MORNING) },
  ];
}

/** What a field for another time begins with: the next full hour that is not all but there. */
export function suggestedTime(now: Date): number {
  const next = new Date(now.getTime() + 60 * MINUTE);
  next.setMinutes(0, 0, 0);
  return next.getTime() - now.getTime() < 5 * MINUTE ? next.getTime() + 60 * MINUTE : next.getTime();
}

import { describe, expect, it } from '@jest/globals';
import { remindChoices, sendChoices, suggestedTime } from './choices';

/** 2026-11-16 is a Monday. */
const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, 15 + day, hour, minute);
const shown = (choices: { name: string; at: number }[]) =>
  choices.map((choice) => {
    const date = new Date(choice.at);
    return `${choice.name} ${date.getDate()} ${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`;
  });

describe('when to send', () => {
  it('offers the day, the next morning and the next week', () => {
    expect(shown(sendChoices(at(3, 10, 30)))).toEqual(['hour 18 11:30', 'evening 18 19:00', 'tomorrow 19 9:00', 'monday 23 9:00']);
  });

  it('offers no evening that is over, or all but there', () => {
    expect(shown(sendChoices(at(3, 18, 30)))).toEqual(['hour 18 19:30', 'tomorrow 19 9:00', 'monday 23 9:00']);
    expect(shown(sendChoices(at(3, 23)))).toEqual(['hour 19 0:00', 'tomorrow 19 9:00', 'monday 23 9:00']);
  });

  it('offers Monday once, and on a Monday the next', () => {
    expect(shown(sendChoices(at(0, 10)))).toEqual(['hour 15 11:00', 'evening 15 19:00', 'tomorrow 16 9:00']);
    expect(shown(sendChoices(at(1, 10)))).toContain('monday 23 9:00');
  });
});

it('when to be told again', () => {
  expect(shown(remindChoices(at(3, 10)))).toEqual([
    'minutes20 18 10:20',
    'hour 18 11:00',
    'hours3 18 13:00',
    'tomorrow 19 9:00',
    'nextWeek 23 9:00',
  ]);
  expect(shown(remindChoices(at(0, 10)))).toContain('nextWeek 16 9:00');
});

it('suggests the next full hour, unless that is all but there', () => {
  expect(new Date(suggestedTime(at(3, 10, 20)))).toEqual(at(3, 11));
  expect(new Date(suggestedTime(at(3, 10, 57)))).toEqual(at(3, 12));
});

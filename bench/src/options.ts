import { parseArgs } from 'node:util';

export interface Options {
  only: string[];
  members: number;
  connections: number;
  messages: number;
  /** Writes a profile of Hearth's processor time for each measurement. */
  profile: boolean;
  /** Also as the results that are committed. */
  save: boolean;
}

const USAGE = `npm run bench -- [--only NAME,NAME] [--members 200] [--connections 2000] [--messages 1000000] [--profile] [--save]`;

const number = (name: string, text: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`--${name} must be a whole number, not ${text}. ${USAGE}`);
  return Number(text);
};

/** @param names of the measurements that there are */
export function parseOptions(args: string[], names: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', default: names.join(',') },
      members: { type: 'string', default: '200' },
      connections: { type: 'string', default: '2000' },
      messages: { type: 'string', default: '1000000' },
      profile: { type: 'boolean', default: false },
      save: { type: 'boolean', default: false },
    },
  });
  const only = values.only.split(',').filter(Boolean);
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}; there are ${names.join(', ')}.`);
  return {
    only,
    members: number('members', values.members),
    connections: number('connections', values.connections),
    messages: number('messages', values.messages),
    profile: values.profile,
    save: values.save,
  };
}

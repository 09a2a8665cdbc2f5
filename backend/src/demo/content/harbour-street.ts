import type { ServerOutline } from '../script/outline.js';
import { electronics } from './makers/electronics.js';
import { garden } from './makers/garden.js';
import { languageTable } from './makers/language-table.js';
import { toolBookings } from './makers/tool-bookings.js';
import { welcome } from './makers/welcome.js';
import { woodwork } from './makers/woodwork.js';
import { workshop } from './makers/workshop.js';

export const harbourStreet: ServerOutline = {
  name: 'Harbour Street Makers',
  owner: 'maya',
  members: [
    'kenji',
    'greta',
    'kwame',
    'aoife',
    'katya',
    'diego',
    'ingrid',
    'amelie',
    'shirin',
    'zeynep',
    'layla',
    'tomas',
    'lev',
    'yousef',
  ],
  newcomers: { minh: 5, dariush: 19, sam: 26, yuki: 33 },
  roles: [
    {
      name: 'Stewards',
      color: 0xd9622b,
      permissions: ['MANAGE_CHANNELS', 'MANAGE_MESSAGES', 'KICK_MEMBERS'],
      members: ['maya', 'greta', 'kwame'],
    },
    { name: 'Trainers', color: 0x3f8f6b, permissions: [], members: ['kenji', 'diego', 'yousef', 'katya', 'amelie', 'zeynep'] },
  ],
  categories: [
    {
      name: 'Start here',
      channels: [
        { name: 'workshop', topic: 'What happens at number 14. Opening hours, plans, lost spanners.', script: workshop },
        { name: 'welcome', topic: 'Say hello and tell us what you would like to make.', script: welcome },
      ],
    },
    {
      name: 'Benches',
      channels: [
        { name: 'woodwork', topic: 'Joints, finishes, the chair. Sharp tools only.', script: woodwork },
        { name: 'electronics', topic: 'Anything with a plug. Ask before you switch it on.', script: electronics },
        { name: 'tool-bookings', topic: 'Machine, day, from when to when.', script: toolBookings },
      ],
    },
    {
      name: 'Neighbourhood',
      channels: [
        { name: 'garden', topic: 'Four beds, one greenhouse, 220 tulips.', script: garden },
        { name: 'language-table', topic: 'Write in the language that you learn. Mistakes are the point.', script: languageTable },
      ],
    },
  ],
};

import type { ServerOutline } from '../script/outline.js';
import { frankenstein } from './books/frankenstein.js';
import { lobby } from './books/lobby.js';
import { poetry } from './books/poetry.js';
import { whatToRead } from './books/what-to-read.js';

export const pageTurners: ServerOutline = {
  name: 'Page Turners',
  owner: 'shirin',
  members: ['amelie', 'layla', 'lev', 'maya', 'bastien', 'priya', 'aoife', 'ingrid', 'yuki', 'dariush', 'tomas'],
  newcomers: { hana: 8, olu: 15, zeynep: 16 },
  roles: [{ name: 'Hosts', color: 0x8b5fbf, permissions: ['MANAGE_MESSAGES'], members: ['shirin', 'layla', 'amelie'] }],
  categories: [
    {
      name: 'Reading room',
      channels: [
        { name: 'lobby', topic: 'Meetings, lifts, biscuits.', script: lobby },
        { name: 'frankenstein', topic: "This season's book. Spoilers up to where we are.", script: frankenstein },
      ],
    },
    {
      name: 'Shelves',
      channels: [
        { name: 'what-to-read', topic: 'Ask for a book, get seven.', script: whatToRead },
        { name: 'poetry', topic: 'Poésie · стихи · şiir · شعر. In any language, with a translation.', script: poetry },
      ],
    },
  ],
};

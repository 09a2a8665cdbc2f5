import type { ServerOutline } from '../script/outline.js';
import { development } from './tidelog/development.js';
import { general } from './tidelog/general.js';
import { help } from './tidelog/help.js';
import { releases } from './tidelog/releases.js';

export const tidelog: ServerOutline = {
  name: 'Tidelog',
  owner: 'tomas',
  members: ['priya', 'bastien', 'olu', 'kenji', 'mateus', 'greta', 'hana', 'diego', 'minh', 'maya', 'shirin'],
  newcomers: { sam: 10, kwame: 30 },
  roles: [
    {
      name: 'Maintainers',
      color: 0x2f7fb5,
      permissions: ['MANAGE_CHANNELS', 'MANAGE_MESSAGES', 'TIMEOUT_MEMBERS'],
      members: ['tomas', 'priya', 'bastien'],
    },
    { name: 'Docs', color: 0xc2892a, permissions: [], members: ['hana', 'shirin'] },
  ],
  categories: [
    {
      name: 'Project',
      channels: [
        { name: 'general', topic: 'Water levels, rain gauges, sandwiches. https://tidelog.example.org', script: general },
        { name: 'releases', topic: 'What is new, and whether it survived the cellar.', script: releases },
      ],
    },
    {
      name: 'Work',
      channels: [
        { name: 'development', topic: 'Pull requests, benchmarks, names for things.', script: development },
        { name: 'help', topic: 'What you did, what you expected, what happened. No question is too small.', script: help },
      ],
    },
  ],
};

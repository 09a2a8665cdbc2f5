import type { Plot } from '../compose/community.js';
import { people } from './people.js';
import { harbourStreet } from './harbour-street.js';
import { pageTurners } from './page-turners.js';
import { tidelog } from './tidelog.js';

export const demoPlot: Plot = { people, servers: [harbourStreet, pageTurners, tidelog], logins: ['maya', 'tomas', 'shirin'] };

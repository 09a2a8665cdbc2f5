import { together } from './together.js';

together(6);

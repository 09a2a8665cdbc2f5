export { noteUse } from '../uses-store';

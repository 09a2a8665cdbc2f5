export { ApiError, NetworkError, fieldErrors, hasCode } from './errors';

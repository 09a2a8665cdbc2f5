import type { Settings } from '@hearth/contract';
import { useLiveValue } from '@/api';
import { settings } from './cache';

export const useSettings = (): Settings => useLiveValue(settings);

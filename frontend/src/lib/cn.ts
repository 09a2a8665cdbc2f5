import { clsx, type ClassValue } from 'clsx';

/** Joins class names. Later utilities do not replace earlier ones: give a component either, not both. */
export function cn(...values: ClassValue[]): string {
  return clsx(values);
}

import { isObject, type JsonObject } from './har-entry.ts';

/** Small readers for CDP parameters, which are not trusted: what is missing or of another type reads as a default. */

const none: JsonObject = {};

export const fieldsOf = (value: unknown): JsonObject => (isObject(value) ? value : none);

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const numberOf = (value: unknown, other: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : other;

export const hasItems = (value: unknown): boolean => Array.isArray(value) && value.length > 0;

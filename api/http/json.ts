/** The same JSON in the terms of zod, which does not know `readonly`. */
import type { z } from 'zod';
import type { Json } from '../../domain/json.ts';

export type ContractJson = z.core.util.JSONType;

export const json = (value: Json): ContractJson => value as ContractJson;
export const jsonRecord = (record: Readonly<Record<string, Json>>): Record<string, ContractJson> => record as Record<string, ContractJson>;

import type { Progress } from '../stack/progress.ts';
import type { Stack } from '../stack/start.ts';

export async function seedDemoCases(_stack: Stack, _progress: Progress): Promise<void> {}

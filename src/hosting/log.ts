import { type Logger, pino } from 'pino';
import type { Config } from '../config.ts';

/** Logs one JSON object per line to standard output. What members write is never logged. */
export function openLog(level: Config['logLevel']): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

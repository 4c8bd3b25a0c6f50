import { type Logger, pino } from 'pino';
import type { Config } from '../config.ts';

/** One JSON object a line on standard output. What members write is never put into it. */
export function openLog(level: Config['logLevel']): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

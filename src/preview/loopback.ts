/**
 * Whether a Host header names this machine. Any other name that leads here belongs to a page elsewhere that is trying
 * to get in.
 */
export function isLoopback(host: string): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/.test(host);
}

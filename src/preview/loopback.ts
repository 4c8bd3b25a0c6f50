/** Whether a Host header names this machine itself. Any other name, though it leads here, is a page elsewhere trying to get in. */
export function isLoopback(host: string): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/.test(host);
}

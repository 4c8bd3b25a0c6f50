/** Whether two stems are likely of one family: they share a long beginning ("abolish", "abolit"), or one holds the other. */
export function related(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const least = Math.max(5, Math.ceil(short.length * 0.7));
  return a.slice(0, least) === b.slice(0, least) || (short.length >= 6 && long.includes(short));
}

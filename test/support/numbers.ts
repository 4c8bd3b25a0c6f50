/** Options of a command line that are whole numbers. Ends the process with status 2 where one is none: nothing would be tried, and pass. */
export function numbersOf<N extends string>(options: Readonly<Record<N, string>>): Record<N, number> {
  const numbers = Object.entries<string>(options).map(([name, value]) => {
    if (/^\d+$/.test(value)) return [name, Number(value)];
    process.stderr.write(`--${name} is a whole number, not ${value}\n`);
    return process.exit(2);
  });
  return Object.fromEntries(numbers) as Record<N, number>;
}

/** One broken rule: where, which, and where the thing belongs instead. `line` counts from 1; 0 is the whole file. */
export type Finding = { path: string; line: number; rule: string; message: string }

export function printed({ path, line, rule, message }: Finding): string {
  return `${path}${line ? `:${line}` : ''} ${rule}: ${message}`
}

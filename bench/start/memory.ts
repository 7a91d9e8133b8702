import { readFile } from 'node:fs/promises'

export type Memory = { now: number; most: number }

/** Megabytes that a process and its children hold (VmRSS), and held at most (VmHWM); PostgreSQL's are left out. Linux only. */
export async function memoryOf(pid: number): Promise<Memory> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  if (/^Name:\s+postgres/m.test(status)) return { now: 0, most: 0 }
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')
  const below = await Promise.all(children.split(' ').filter(Boolean).map(Number).map(memoryOf))
  const megabytes = (name: string) =>
    (Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]) * 1024) / 1e6
  return below.reduce((sum, { now, most }) => ({ now: sum.now + now, most: sum.most + most }), {
    now: megabytes('VmRSS'),
    most: megabytes('VmHWM'),
  })
}

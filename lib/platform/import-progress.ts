import { SingleBar } from 'cli-progress'

export type Progress = {
  update(rows: number): void
  /** A line above the bar. */
  say(line: string): void
  stop(): void
}

/** A bar on a terminal; elsewhere a plain line at every tenth of the way. */
export function progressOn(out: NodeJS.WriteStream, label: string, total: number): Progress {
  return out.isTTY ? barOn(out, label, total) : linesOn(out, label, total)
}

function barOn(out: NodeJS.WriteStream, label: string, total: number): Progress {
  const bar = new SingleBar({
    stream: out,
    format: `${label} {bar} {percentage} % | {value} of {total} rows | {eta} s left`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
  })
  bar.start(total, 0)
  return {
    update: (rows) => bar.update(rows),
    say: (line) => {
      out.write(`\r\u001b[K${line}\n`)
      bar.updateETA()
    },
    stop: () => bar.stop(),
  }
}

function linesOn(out: NodeJS.WriteStream, label: string, total: number): Progress {
  let tenth = 0
  return {
    update: (rows) => {
      const reached = total === 0 ? 10 : Math.floor((rows * 10) / total)
      if (reached <= tenth) return
      tenth = reached
      out.write(`${label}: ${reached * 10} % (${rows} of ${total} rows)\n`)
    },
    say: (line) => out.write(`${line}\n`),
    stop: () => {},
  }
}

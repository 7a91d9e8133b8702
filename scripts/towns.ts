import { readPacked } from '@/lib/towns/gazetteer/queries'

// Makes the file of the towns where it is not there.
await readPacked()

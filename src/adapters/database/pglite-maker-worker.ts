import { PGlite } from '@electric-sql/pglite';

/** A process of its own that makes a database in the folder and ends. */
const database = await PGlite.create(process.argv[2]!);
await database.close();

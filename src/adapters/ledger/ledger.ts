import type { Decision } from '../../model/decision.ts';
import { type IssueRef, printRef } from '../../model/facts.ts';
import type { Ledger } from '../../model/ports.ts';
import type { Database } from '../database/database.ts';
import { storable } from '../database/storable.ts';

/** The ledger in a database that is prepared for it. */
export function ledgerIn(database: Database, schema: string): Ledger {
  const read = async (ref: IssueRef, order: 'ORDER BY id' | 'ORDER BY id DESC LIMIT 1') => {
    const text = `SELECT decision FROM ${schema}.ledger WHERE issue = $1 ${order}`;
    const { rows } = await database.executeSql(text, [keyOf(ref)]).catch(noneYet);
    // What was kept before it was kept what was withheld says nothing of it.
    return (rows as { decision: Decision }[]).map(({ decision }) => ({
      ...decision,
      withheld: decision.withheld ?? [],
    }));
  };
  return {
    async add(decision) {
      await database.executeSql(`INSERT INTO ${schema}.ledger (issue, at, decision) VALUES ($1, $2, $3)`, [
        keyOf(decision.ref),
        decision.at,
        JSON.stringify(storable(decision)),
      ]);
    },
    last: async (ref) => (await read(ref, 'ORDER BY id DESC LIMIT 1'))[0] ?? null,
    story: (ref) => read(ref, 'ORDER BY id'),
  };
}

/** A database that no bot has worked on has no ledger. Source: PostgreSQL, Error Codes, undefined_table. */
function noneYet(error: Error & { code?: string }): { rows: unknown[] } {
  if (error.code === '42P01') return { rows: [] };
  throw error;
}

/** GitHub takes owners and repositories that differ in letter case only for the same. */
const keyOf = (ref: IssueRef): string => printRef(ref).toLowerCase();

/** Forgets what was decided before the moment (ISO 8601). */
export async function forgetBefore(moment: string, database: Database, schema: string): Promise<void> {
  await database.executeSql(`DELETE FROM ${schema}.ledger WHERE at < $1`, [moment]);
}

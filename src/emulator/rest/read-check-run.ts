import type { CheckRunChanges } from '../changes/check-runs.ts';
import { type Fields, inspectList, readBody } from '../http/read-body.ts';
import { type CheckAnnotation, checkConclusions } from '../state/checks.ts';

const statuses = ['queued', 'in_progress', 'completed'] as const;
const levels = ['notice', 'warning', 'failure'] as const;
const mostAnnotations = 50;
const mostActions = 3;
const longestText = 65_535;

/** @throws Refusal 422 for a body that GitHub would not take; source: GitHub docs, REST API, Create a check run. */
export function readNewCheckRun(body: Record<string, unknown>): CheckRunChanges & { name: string; sha: string } {
  return readBody(body, (fields) => {
    fields.need('name', 'head_sha');
    const changes = readChanges(fields, ['title', 'summary']);
    return { ...changes, name: changes.name ?? '', sha: fields.text('head_sha') ?? '' };
  });
}

/** @throws Refusal 422 for a body that GitHub would not take; source: GitHub docs, REST API, Update a check run. */
export function readCheckRunChanges(body: Record<string, unknown>): CheckRunChanges {
  return readBody(body, (fields) => readChanges(fields, ['summary']));
}

function readChanges(fields: Fields, needed: string[]): CheckRunChanges {
  const status = fields.choice('status', statuses);
  const conclusion = fields.choice('conclusion', checkConclusions);
  const completedAt = fields.time('completed_at');
  if (conclusion === undefined && (status === 'completed' || completedAt !== undefined)) {
    fields.fault('No subschema in "anyOf" matched.');
    fields.need('conclusion');
    fields.fault(`completed is not a member of ${inspectList(['queued', 'in_progress'])}.`);
  }
  return {
    name: fields.text('name'),
    externalId: fields.text('external_id'),
    detailsUrl: fields.text('details_url'),
    status,
    conclusion,
    startedAt: fields.time('started_at'),
    completedAt,
    output: fields.part('output', (output) => readOutput(output, needed)),
    actions: fields.each('actions', readAction, mostActions),
  };
}

function readOutput(fields: Fields, needed: string[]) {
  fields.need(...needed);
  const summary = fields.text('summary', longestText) ?? null;
  if (Buffer.byteLength(summary ?? '') > longestText) {
    fields.fault(`summary exceeds a maximum bytesize of ${longestText}`);
  }
  return {
    title: fields.text('title') ?? null,
    summary,
    text: cut(fields.text('text', longestText) ?? null),
    annotations: fields.each('annotations', readAnnotation, mostAnnotations) ?? [],
  };
}

/** GitHub keeps so many bytes of the text, and says nothing of the rest. */
function cut(text: string | null): string | null {
  // As a stream, since then the bytes of half a letter at the end are not shown.
  return text === null ? null : new TextDecoder().decode(Buffer.from(text).subarray(0, longestText), { stream: true });
}

function readAnnotation(fields: Fields): CheckAnnotation {
  fields.need('path', 'start_line', 'end_line', 'annotation_level', 'message');
  return {
    path: fields.text('path') ?? '',
    startLine: fields.integer('start_line') ?? 0,
    endLine: fields.integer('end_line') ?? 0,
    startColumn: fields.integer('start_column') ?? null,
    endColumn: fields.integer('end_column') ?? null,
    level: fields.choice('annotation_level', levels) ?? 'notice',
    message: fields.text('message', 64 * 1024) ?? '',
    title: fields.text('title', 255) ?? null,
    details: fields.text('raw_details', 64 * 1024) ?? null,
  };
}

function readAction(fields: Fields) {
  fields.need('label', 'description', 'identifier');
  return {
    label: fields.text('label', 20) ?? '',
    description: fields.text('description', 40) ?? '',
    identifier: fields.text('identifier', 20) ?? '',
  };
}

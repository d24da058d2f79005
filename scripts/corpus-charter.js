/**
 * @returns how a charter, in which each person is one lead, differs from what a careful reader saw, a line each. The
 * reader did not list the former leads of Kubernetes' document.
 */
export function differencesOf({ groups, leads }, truth) {
  const [active, retired] = [groups.filter((each) => !each.retired), groups.filter((each) => each.retired)];
  return [
    ...compare('group', names(active), truth.groups),
    ...compare('retired group', names(retired), truth.emeritus_groups ?? []),
    ...compare('lead', leads.filter((each) => !each.retired).map(printRead), truth.leads.map(printTruth)),
    ...(truth.format === 'sigs-yaml' ? [] : compare('retired lead', retiredSeats(leads), truthOfRetired(truth))),
  ];
}

const names = (groups) => groups.map(({ name }) => name);

const printRead = (lead) =>
  printLead(
    printPerson(lead),
    lead.seats.map(({ text }) => text),
  );

/** The reader lists former leads as they are printed, without a company: what counts is who led what. */
const retiredSeats = (leads) =>
  leads
    .filter((each) => each.retired)
    .flatMap(({ name, handle, seats }) => seats.map(({ text }) => `${name} @${handle ?? '-'}: ${text}`))
    .sort();

const truthOfRetired = ({ emeritus_leads: leads = [] }) =>
  leads.flatMap(({ name, handle, groups }) => groups.map((group) => `${name} @${handle ?? '-'}: ${group}`)).sort();

const printTruth = (lead) => printLead(printPerson(lead), lead.groups);
const printPerson = ({ name, handle, company }) => `${name} @${handle ?? '-'} (${company ?? '-'})`;
const printLead = (who, seats) => `${who}: ${seats.join(', ')}`;

function compare(what, read, wanted) {
  const extra = read.filter((each) => !wanted.includes(each));
  const missing = wanted.filter((each) => !read.includes(each));
  const lines = [...extra.map((each) => `${what} read: ${each}`), ...missing.map((each) => `${what} meant: ${each}`)];
  if (lines.length > 0) return lines;
  return read.join('\n') === wanted.join('\n') ? [] : [`${what}s in another order, or one twice: ${read.join('; ')}`];
}

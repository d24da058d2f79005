/** The categories of the corpus' labels that each rule is there to find. */
export const categoriesOf = {
  'contents-entry': ['dead-fragment', 'toc-dead-entry', 'toc-anchor-missing'],
  'dead-fragment': ['dead-fragment'],
  'duplicate-group': ['duplicate-group'],
  'group-without-lead': ['group-without-lead'],
  'handle-of-another': ['handle-mismatch'],
  'link-kind': ['link-kind-mismatch'],
  'list-matches-sections': ['group-list-section-mismatch'],
  'malformed-lead': ['malformed-lead', 'handle-mismatch'],
  'row-cells': ['table-shape'],
  'seat-of-unknown-group': ['lead-of-unknown-group'],
  'stray-escape': ['table-shape'],
  'template-left': ['placeholder-left', 'raw-html-problem'],
};

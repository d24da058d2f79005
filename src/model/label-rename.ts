/** A label that gets another name and stays on its issues. */
export interface LabelRename {
  from: string;
  to: string;
}

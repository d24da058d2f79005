/** Labels, issue types, logins and repositories that differ in letter case only are the same to GitHub. */
export const sameOnGitHub = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Whether one of the names is this one to GitHub. */
export const isAmong = (names: string[], name: string): boolean => names.some((each) => sameOnGitHub(each, name));

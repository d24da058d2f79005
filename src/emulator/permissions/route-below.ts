const root = /^(\w+ )\/repos\/\{owner\}\/\{repo\}/;

/** A route of a repository as the tables of permissions have it: `GET /labels/{name}`. */
export function routeBelow(route: string): string {
  return route.replace(root, '$1').replace(/\{\+/g, '{');
}

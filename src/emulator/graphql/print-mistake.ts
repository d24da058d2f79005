import { type ASTNode, type DocumentNode, type GraphQLError, Kind, print, visit } from 'graphql';

interface Told {
  message: string;
  extensions: Record<string, string>;
}

type Translate = (found: string[], node: ASTNode | undefined) => Told;

/** What does not fit the schema, in GitHub's words: its code stands in `extensions`, its place in `path`. */
export function printMistake(document: DocumentNode, error: GraphQLError): Record<string, unknown> {
  const { message, locations, nodes } = error;
  const [node] = nodes ?? [];
  return { path: node ? pathTo(document, node) : [], extensions: {}, locations, ...translate(message, node) };
}

function translate(message: string, node: ASTNode | undefined): Told | { message: string } {
  for (const [pattern, tell] of translations) {
    const [all, ...found] = pattern.exec(message) ?? [];
    if (all !== undefined) return tell(found, node);
  }
  return { message };
}

/** How graphql-js says what is wrong, and what graphql-ruby, which GitHub runs, makes of it. */
const translations: [RegExp, Translate][] = [
  [
    /^Cannot query field "(\w+)" on type "(\w+)"/,
    ([fieldName = '', typeName = '']) => ({
      message: `Field '${fieldName}' doesn't exist on type '${typeName}'`,
      extensions: { code: 'undefinedField', typeName, fieldName },
    }),
  ],
  [
    /^Unknown argument "(\w+)" on field "\w+\.(\w+)"/,
    ([argumentName = '', name = '']) => ({
      message: `Field '${name}' doesn't accept argument '${argumentName}'`,
      extensions: { code: 'argumentNotAccepted', name, typeName: 'Field', argumentName },
    }),
  ],
  [
    /^Field "(\w+)" argument "(\w+)" of type/,
    ([name = '', missing = '']) => ({
      message: `Field '${name}' is missing required arguments: ${missing}`,
      extensions: { code: 'missingRequiredArguments', className: 'Field', name, arguments: missing },
    }),
  ],
  [
    /^Field "(\w+)" of type "([^"]+)" must have a/,
    ([name = '', type = '']) => ({
      message: `Field must have selections (field '${name}' returns ${bare(type)} but has no selections. Did you mean '${name} { ... }'?)`,
      extensions: { code: 'selectionMismatch', nodeName: `field '${name}'`, typeName: bare(type) },
    }),
  ],
  [
    /^Field "(\w+)" must not have a selection since type "([^"]+)"/,
    ([name = '', type = ''], node) => ({
      message: `Selections can't be made on scalars (field '${name}' returns ${bare(type)} but has selections [${selectionsOf(node)}])`,
      extensions: { code: 'selectionMismatch', nodeName: `field '${name}'`, typeName: bare(type) },
    }),
  ],
  [
    /^Variable "\$(\w+)" is never used(?: in operation "(\w+)")?/,
    ([variableName = '', operation]) => ({
      message: `Variable $${variableName} is declared by ${operation ?? 'anonymous query'} but not used`,
      extensions: { code: 'variableNotUsed', variableName },
    }),
  ],
  [
    /^Variable "\$(\w+)" is not defined(?: by operation "(\w+)")?/,
    ([variableName = '', operation]) => ({
      message: `Variable $${variableName} is used by ${operation ?? 'anonymous query'} but not declared`,
      extensions: { code: 'variableNotDefined', variableName },
    }),
  ],
  [
    /^Unknown fragment "(\w+)"/,
    ([fragmentName = '']) => ({
      message: `Fragment ${fragmentName} was used, but not defined`,
      extensions: { code: 'useAndDefineFragment', fragmentName },
    }),
  ],
  [
    /^Fragment "(\w+)" is never used/,
    ([fragmentName = '']) => ({
      message: `Fragment ${fragmentName} was defined, but not used`,
      extensions: { code: 'useAndDefineFragment', fragmentName },
    }),
  ],
  [
    /^Unknown type "(\w+)"/,
    ([typeName = '']) => ({
      message: `${typeName} isn't a defined input type (on $variable)`,
      extensions: { code: 'variableRequiresValidType', typeName },
    }),
  ],
];

function bare(type: string): string {
  return type.replace(/[[\]!]/g, '');
}

function selectionsOf(node: ASTNode | undefined): string {
  const selections = node?.kind === Kind.SELECTION_SET ? node.selections : [];
  return selections.map((each) => JSON.stringify(print(each).split(/[\s({]/)[0])).join(', ');
}

/** The way from the operation or fragment down to a node, by the names that an answer would have. */
function pathTo(document: DocumentNode, wanted: ASTNode): string[] {
  const path: string[] = [];
  let found: string[] | undefined;
  visit(document, {
    enter(node) {
      const step = stepOf(node);
      if (step !== null) path.push(step);
      if (node === wanted) found ??= [...path];
    },
    leave(node) {
      if (stepOf(node) !== null) path.pop();
    },
  });
  return found ?? [];
}

function stepOf(node: ASTNode): string | null {
  switch (node.kind) {
    case Kind.OPERATION_DEFINITION:
      return node.name ? `${node.operation} ${node.name.value}` : node.operation;
    case Kind.FRAGMENT_DEFINITION:
      return `fragment ${node.name.value}`;
    case Kind.INLINE_FRAGMENT:
      return node.typeCondition ? `... on ${node.typeCondition.name.value}` : '...';
    case Kind.FRAGMENT_SPREAD:
      return `... ${node.name.value}`;
    case Kind.FIELD:
      return node.alias?.value ?? node.name.value;
    case Kind.ARGUMENT:
      return node.name.value;
    default:
      return null;
  }
}

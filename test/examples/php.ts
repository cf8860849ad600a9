import phpParser from 'php-parser';

export interface Node {
  kind: string;
  // biome-ignore lint/suspicious/noExplicitAny: the parser's nodes have other fields for each kind
  [field: string]: any;
}

type Value = string | number | boolean | null | Map<string, Value>;
export type Functions = Record<string, (...given: never[]) => Value>;

/** Throws at whatever is no PHP. */
export const parsePhp = (code: string, file: string): Node =>
  new phpParser.Engine({ parser: { suppressErrors: false, version: '7.4' } }).parseCode(code, file) as unknown as Node;

/** Every node below one. */
export const nodesOf = (node: Node): Node[] => {
  const found: Node[] = [];
  const visit = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null && typeof (value as Node).kind === 'string') {
      found.push(value as Node);
      Object.values(value).forEach(visit);
    }
  };
  visit(node);
  return found;
};

class Return {
  readonly value: Value;
  constructor(value: Value) {
    this.value = value;
  }
}

/**
 * Runs a function of a PHP file, with the host's functions given in their place. It knows the little of PHP that a
 * small plugin needs, and stops at anything else, so that nothing is passed over.
 */
export const callPhp = (file: Node, host: Functions, name: string, ...given: Value[]): Value => {
  const own = new Map(
    (file.children as Node[]).filter(({ kind }) => kind === 'function').map((node) => [String(node.name.name), node]),
  );
  const call = (called: string, values: Value[]): Value => {
    const body = own.get(called);
    if (!body) {
      const known = host[called];
      if (!known) throw new Error(`PHP calls ${called}, which nobody gave`);
      return known(...(values as never[]));
    }
    const scope = new Map<string, Value>();
    for (const [at, parameter] of (body.arguments as Node[]).entries())
      scope.set(parameter.name.name, values[at] ?? (parameter.value ? evaluate(parameter.value, scope) : null));
    const ended = run(body.body, scope);
    return ended ? ended.value : null;
  };
  const run = (node: Node, scope: Map<string, Value>): Return | undefined => {
    switch (node.kind) {
      case 'block':
        for (const child of node.children as Node[]) {
          const ended = run(child, scope);
          if (ended) return ended;
        }
        return;
      case 'expressionstatement':
        evaluate(node.expression, scope);
        return;
      case 'return':
        return new Return(node.expr ? evaluate(node.expr, scope) : null);
      case 'if':
        if (evaluate(node.test, scope)) return run(node.body, scope);
        return node.alternate ? run(node.alternate, scope) : undefined;
      case 'foreach':
        for (const [key, value] of evaluate(node.source, scope) as Map<string, Value>) {
          if (node.key) scope.set(node.key.name, key);
          scope.set(node.value.name, value);
          const ended = run(node.body, scope);
          if (ended) return ended;
        }
        return;
      default:
        throw new Error(`PHP has a ${node.kind} here, which is not known`);
    }
  };
  const evaluate = (node: Node, scope: Map<string, Value>): Value => {
    const of = (inner: Node) => evaluate(inner, scope);
    switch (node.kind) {
      case 'string':
        return node.value;
      case 'nullkeyword':
        return null;
      case 'variable':
        return scope.get(node.name) ?? null;
      case 'cast':
        return String(of(node.expr) ?? '');
      case 'retif':
        return of(node.test) ? of(node.trueExpr) : of(node.falseExpr);
      case 'call':
        return call(node.what.name, (node.arguments as Node[]).map(of));
      case 'array':
        return new Map((node.items as Node[]).map(({ key, value }) => [String(of(key)), of(value)]));
      case 'assign': {
        const value = of(node.right);
        const name = node.left.name;
        scope.set(name, node.operator === '.=' ? `${scope.get(name)}${value}` : value);
        return value;
      }
      case 'bin':
        if (node.type === '.') return `${of(node.left)}${of(node.right)}`;
        if (node.type === '===') return of(node.left) === of(node.right);
        if (node.type === '!==') return of(node.left) !== of(node.right);
        if (node.type === '||') return Boolean(of(node.left)) || Boolean(of(node.right));
    }
    throw new Error(`PHP has a ${node.kind} ${node.type ?? ''} here, which is not known`);
  };
  return call(name, given);
};

// What a file of tests can call besides the language and the program's functions, and what the worker calls in it. ES5.
var assert, assertEqual;

var __tests = (function (global, remote, passed, json, evaluate) {
  var failure = null;
  var identifier = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

  function AssertionError(message) {
    this.name = 'AssertionError';
    this.message = message;
  }
  AssertionError.prototype = Object.create(Error.prototype);

  assert = function (condition, message) {
    if (!condition) throw new AssertionError(message === undefined ? 'an assertion does not hold' : String(message));
    passed();
  };

  function same(a, b) {
    if (typeof a === 'number' && typeof b === 'number') {
      if (!isFinite(a) || !isFinite(b)) return String(a) === String(b);
      if (a === Math.floor(a) && b === Math.floor(b)) return a === b;
      return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
    }
    if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b;
    if (Array.isArray(a) !== Array.isArray(b)) return false;
    var keys = Object.keys(a);
    if (keys.length !== Object.keys(b).length) return false;
    for (var i = 0; i < keys.length; i++) {
      if (!Object.prototype.hasOwnProperty.call(b, keys[i]) || !same(a[keys[i]], b[keys[i]])) return false;
    }
    return true;
  }

  assertEqual = function (actual, expected, message) {
    if (!same(actual, expected)) {
      var difference = 'it is ' + json.write(actual) + ' instead of ' + json.write(expected);
      throw new AssertionError(message === undefined ? difference : message + ': ' + difference);
    }
    passed();
  };

  // The answer's first character says what it is.
  function call(name, list) {
    var answer = remote(name, json.write(list));
    var text = answer.substring(1);
    switch (answer.charAt(0)) {
      case '=': return json.read(text);
      case '!':
        failure = new Error(text);
        var kind = /^([A-Z][A-Za-z]*Error): /.exec(text);
        if (kind) {
          failure.name = kind[1];
          failure.message = text.substring(kind[0].length);
        }
        throw failure;
      default: return undefined;
    }
  }

  function proxy(name, arity) {
    var parameters = [];
    for (var i = 0; i < Math.min(arity, 100); i++) parameters.push('a' + i);
    return new Function('call', 'name',
      'return function ' + '(' + parameters.join(', ') + ') { return call(name, Array.prototype.slice.call(arguments)); };')(call, name);
  }

  return {
    // Nothing that the tests' side has already can be replaced by the program's.
    define: function (functions) {
      JSON.parse(functions).forEach(function (f) {
        if (identifier.test(f.name) && evaluate('typeof ' + f.name) === 'undefined' && !(f.name in global))
          global[f.name] = proxy(f.name, f.arity);
      });
    },
    run: function (source, entryPoint) {
      try {
        new Function(source);
      } catch (e) {
        return 'broken:' + e;
      }
      try {
        var check = evaluate(source + "\n;typeof check === 'function' ? check : undefined");
        if (entryPoint) {
          if (typeof check !== 'function') return 'broken:the tests define no check(candidate)';
          if (!identifier.test(entryPoint) || evaluate('typeof ' + entryPoint) !== 'function')
            throw new ReferenceError(entryPoint + ' is not defined');
          check(evaluate(entryPoint));
        }
        return '';
      } catch (e) {
        return (e instanceof AssertionError ? 'assertion:' + e.message : (e === failure ? 'program:' : 'exception:') + e);
      }
    }
  };
})(this, __remote, __passed, __json, eval);

function __define(functions) { __tests.define(functions); }
function __run(source, entryPoint) { return __tests.run(source, entryPoint); }

// What a model-written program can call besides the language, and what the worker calls in it. ES5, so that every engine runs it.
var readLine, readAll, print, console;

var __program = (function (global, write, input, json, stringify, evaluate) {
  var text = null;
  var position = 0;

  function rest() {
    if (text === null) text = input();
    return text;
  }

  readLine = function () {
    var all = rest();
    if (position >= all.length) return null;
    var end = all.indexOf('\n', position);
    var line = all.substring(position, end < 0 ? all.length : end);
    position = end < 0 ? all.length : end + 1;
    return line.charAt(line.length - 1) === '\r' ? line.substring(0, line.length - 1) : line;
  };

  readAll = function () {
    var all = rest().substring(position);
    position = text.length;
    return all;
  };

  function show(value) {
    if (value === null || typeof value !== 'object' || value instanceof Error) return String(value);
    var shown = stringify(value);
    return shown === undefined ? String(value) : shown;
  }

  // Crossing to the worker costs more than a line does.
  var pending = '';

  function flush() {
    write(pending);
    pending = '';
  }

  print = function (value) {
    var line = arguments.length === 0 ? '' : show(value);
    for (var i = 1; i < arguments.length; i++) line += ' ' + show(arguments[i]);
    pending += line + '\n';
    if (pending.length > 4096) flush();
  };

  function drop() {}

  console = { log: print, info: print, debug: print, error: drop, warn: drop };

  var identifier = /^[A-Za-z_$][A-Za-z0-9_$]*$/;
  var path = /^[A-Za-z_$][A-Za-z0-9_$]*(\.[A-Za-z_$][A-Za-z0-9_$]*)*$/;
  var own = {};
  Object.getOwnPropertyNames(global).forEach(function (name) { own[name] = true; });

  function isFunction(name) {
    try {
      return evaluate('typeof ' + name) === 'function';
    } catch (e) {
      return false;
    }
  }

  return {
    flush: flush,
    call: function (name, list) {
      if (!path.test(name) || !isFunction(name)) throw new ReferenceError(name + ' is not defined');
      var dot = name.lastIndexOf('.');
      var owner = dot < 0 ? undefined : evaluate(name.substring(0, dot));
      var value = json.write(evaluate(name).apply(owner, json.read(list)));
      return value === undefined ? null : value;
    },
    functions: function (source) {
      var names = Object.getOwnPropertyNames(global);
      var declaration = /\b(?:const|let|var|function\s*\*?|class)\s+([A-Za-z_$][A-Za-z0-9_$]*)/g;
      for (var match = declaration.exec(source); match; match = declaration.exec(source)) names.push(match[1]);
      var found = {};
      names.forEach(function (name) {
        if (!own[name] && name.indexOf('__') !== 0 && identifier.test(name) && isFunction(name))
          found[name] = evaluate(name).length;
      });
      return stringify(Object.keys(found).map(function (name) { return { name: name, arity: found[name] }; }));
    }
  };
})(this, __write, __input, __json, JSON.stringify, eval);

function __call(name, list) { return __program.call(name, list); }
function __flush() { __program.flush(); }
function __functions(source) { return __program.functions(source); }

// How values cross between a program and its tests: as JSON, and numbers that JSON has no form for as {"$number": "NaN"}.
var __json = (function (parse, stringify, finite) {
  function name(key, value) {
    return typeof value === 'number' && !finite(value) ? { $number: String(value) } : value;
  }

  // Not a reviver: Jint 2 calls none.
  function number(value) {
    if (value === null || typeof value !== 'object') return value;
    if (typeof value.$number === 'string') return Number(value.$number);
    var keys = Object.keys(value);
    for (var i = 0; i < keys.length; i++) value[keys[i]] = number(value[keys[i]]);
    return value;
  }

  return {
    write: function (value) { return stringify(value, name); },
    read: function (text) { return text.indexOf('"$number"') < 0 ? parse(text) : number(parse(text)); }
  };
})(JSON.parse, JSON.stringify, isFinite);

using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Jint;
using Jint.Native;
using Jint.Runtime;
using Jint.Runtime.Interop;
using Sasr.Arena.Scripting.Execution;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.JavaScript;

/// <summary>
/// The one place that knows Jint, and the differences between its versions 2 and 4. Only primitives go in and out:
/// through any other object a script reaches reflection.
/// </summary>
/// <remarks>
/// Its limits hold between statements. What one statement does in a single step, they do not reach: a string or an array of
/// hundreds of megabytes ends the process at its heap limit, a deep recursion of the parser at its stack's end, and a long
/// operation at the supervisor's deadline.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "Version 4's engines can be disposed of, which only clears a cache that goes with them anyway.")]
internal sealed class JintEngine
{
    /// <summary>Statements of one call: some ten seconds' work.</summary>
    public const int MaxStatements = 50_000_000;

    /// <summary>Functions that have been called by each other and have not returned.</summary>
    public const int MaxRecursion = 400;

    // Characters of an error that are shown.
    private const int MaxMessage = 1000;

#if JINT_2
    private readonly BitwiseOperands _operands;
#else
    // Of one call, and counted as they are allocated, whether or not they are still in use. Version 2 cannot count them.
    private const long MaxAllocatedBytes = 4L << 30;

    // Version 2 has the process's limit, which is the same; see Program.cs.
    private static readonly TimeSpan RegexBudget = TimeSpan.FromMilliseconds(250);
#endif

    private readonly Engine _engine;
    private readonly string _file;
    private readonly Dictionary<string, JsValue> _hidden = [];

    /// <param name="file">The user's file, for positions.</param>
    /// <param name="budget">Time for the top level, and for each call.</param>
    /// <param name="statements">The same in statements.</param>
    public JintEngine(string file, TimeSpan budget, int statements = MaxStatements)
    {
        _file = file;
        _engine = new Engine(options =>
        {
            options.LimitRecursion(MaxRecursion);
            options.TimeoutInterval(budget);
            options.MaxStatements(statements);
#if !JINT_2
            options.LimitMemory(MaxAllocatedBytes);
            options.Constraints.RegexTimeout = RegexBudget;
#endif
        });
#if JINT_2
        _operands = new BitwiseOperands(_engine);
#endif
    }

    /// <summary>Defines a global function; any whose type is none of the following is called by reflection, and so slowly.</summary>
    public void Define(string name, Delegate function) => _engine.SetValue(name, function);

    /// <summary>Defines a global function of numbers.</summary>
    public void Define(string name, Func<double> function) => Define(name, _ => function());

    /// <inheritdoc cref="Define(string, Func{double})"/>
    public void Define(string name, Func<double, double, double> function) =>
        Define(name, arguments => function(arguments[0].AsNumber(), arguments[1].AsNumber()));

    /// <summary>Defines a global function that is given strings, or null for what is none.</summary>
    public void Define(string name, Action<string?[]> function) => Define(name, arguments =>
    {
        function(Array.ConvertAll(arguments, argument => argument.IsString() ? argument.AsString() : null));
        return JsValue.Undefined;
    });

    /// <summary>Takes global functions out of the sight of what runs from now on; <see cref="Call"/> still finds them.</summary>
    public void Hide(IEnumerable<string> functions)
    {
        foreach (string function in functions)
        {
            _hidden[function] = _engine.GetValue(function);
            _engine.SetValue(function, JsValue.Undefined);
        }
    }

    /// <summary>Runs a source's top level.</summary>
    /// <param name="source">The text.</param>
    /// <param name="file">Its name; only positions in the user's file are told to the user.</param>
    /// <exception cref="ScriptException">It has an error of syntax, or throws.</exception>
    public void Execute(string source, string file)
    {
        SourceNesting.Check(source, file);
        Guard(ScriptErrorKind.Compile, () =>
        {
            ResetBudgets();
#if JINT_2
            Jint.Parser.Ast.Program program = new Jint.Parser.JavaScriptParser().Parse(source, new Jint.Parser.ParserOptions { Source = file });
            _operands.Wrap(program);
            _engine.Execute(program);
#else
            _engine.Execute(source, file);
#endif
            return 0;
        });
    }

    /// <summary>Calls a global function, with budgets of its own.</summary>
    /// <param name="function">Its name.</param>
    /// <param name="arguments">Strings, doubles, ints, bools or nulls.</param>
    /// <returns>A string, a double, a bool, or null.</returns>
    /// <exception cref="ScriptException">It throws, or a budget runs out.</exception>
    public object? Call(string function, params object?[] arguments) => Guard(ScriptErrorKind.Runtime, () =>
    {
        ResetBudgets();
        JsValue called = _hidden.TryGetValue(function, out JsValue? hidden) ? hidden : _engine.GetValue(function);
#if JINT_2
        return called.Invoke(Array.ConvertAll(arguments, Value)).ToObject();
#else
        return _engine.Invoke(called, Array.ConvertAll<object?, object>(arguments, Value)).ToObject();
#endif
    });

    private void Define(string name, Func<JsValue[], JsValue> function) =>
#if JINT_2
        _engine.SetValue(name, new JsValue(new ClrFunctionInstance(_engine, (_, arguments) => function(arguments))));
#else
        _engine.SetValue(name, new ClrFunction(_engine, name, (_, arguments) => function(arguments)));
#endif

    // Jint would look for the type of each in tables.
    private static JsValue Value(object? argument) => argument switch
    {
        null => JsValue.Null,
        string text => text,
        double number => number,
        int number => (double)number,
        bool value => value,
        _ => throw new ArgumentException($"A script was to be given a {argument.GetType()}."),
    };

    private T Guard<T>(ScriptErrorKind kind, Func<T> run)
    {
        try
        {
            return run();
        }
        catch (JavaScriptException e)
        {
#if JINT_2
            string? file = e.Location?.Source;
            (int line, int column) = file is null ? default : (e.Location!.Start.Line, e.Location.Start.Column + 1);
#else
            string? file = e.Location.SourceFile;
            (int line, int column) = (e.Location.Start.Line, e.Location.Start.Column + 1);
#endif
            throw Error(kind, Describe(e.Error), e, file, line, column);
        }
#if JINT_2
        catch (Jint.Parser.ParserException e)
        {
            throw Error(kind, $"SyntaxError: {e.Description}", e, e.Source, e.LineNumber, e.Column);
        }
#endif
        catch (RegexMatchTimeoutException e)
        {
            throw Error(kind, FormattableString.Invariant($"a regular expression ran longer than {e.MatchTimeout.TotalMilliseconds} ms"), e);
        }
        catch (TimeoutException e)
        {
            throw Error(kind, "the script ran longer than a call may", e);
        }
        catch (StatementsCountOverflowException e)
        {
            throw Error(kind, "the script ran more statements than a call may", new TimeoutException(e.Message, e));
        }
        catch (RecursionDepthOverflowException e)
        {
            throw Error(kind, $"functions called each other more than {MaxRecursion} deep", e);
        }
        catch (Exception e) when (e is not (ScriptException or OutOfMemoryException))
        {
            throw Error(kind, $"{e.GetType().Name}: {e.Message}", e);
        }
    }

    // The text of an object is what its own toString says, and that is the script's code.
    private static string Describe(JsValue thrown)
    {
        try
        {
            return thrown.ToString();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return "something was thrown whose toString fails";
        }
    }

    // One line, and not a long one, whatever a script makes of its errors.
    private ScriptException Error(
        ScriptErrorKind kind, string message, Exception cause, string? file = null, int line = 0, int column = 0)
    {
        message = (message.Length <= MaxMessage ? message : $"{message.AsSpan(0, MaxMessage)}…").ReplaceLineEndings(" ");
        return new(file == _file ? new ScriptError(kind, message, _file, line, column) : new ScriptError(kind, message, _file), cause);
    }

    // Neither version starts a new budget at Invoke.
    private void ResetBudgets()
    {
#if JINT_2
        _engine.ResetStatementsCount();
        _engine.ResetTimeoutTicks();
        _engine.ResetCallStack();
#else
        _engine.Constraints.Reset();
#endif
    }
}

using Jint;
using Jint.Runtime;
using Sasr.Arena.Scripting.Execution;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.JavaScript;

/// <summary>
/// The one place that knows Jint, and the differences between its versions 2 and 4. Only primitives go in and out:
/// through any other object a script reaches reflection.
/// </summary>
internal sealed class JintEngine
{
    private const int MaxRecursion = 400;

    private readonly Engine _engine;
    private readonly string _file;

    public JintEngine(string file, TimeSpan budget)
    {
        _file = file;
        _engine = new Engine(options => options
            .LimitRecursion(MaxRecursion)
            .TimeoutInterval(budget));
    }

    public void Define(string name, Delegate function) => _engine.SetValue(name, function);

    /// <summary>Runs a source's top level.</summary>
    /// <param name="source">The text.</param>
    /// <param name="file">Its name; only positions in the user's file are told to the user.</param>
    /// <exception cref="ScriptException">It has an error of syntax, or throws.</exception>
    public void Execute(string source, string file) => Guard(ScriptErrorKind.Compile, () =>
    {
#if JINT_2
        _engine.Execute(source, new Jint.Parser.ParserOptions { Source = file });
#else
        _engine.Execute(source, file);
#endif
        return 0;
    });

    /// <summary>Calls a global function, with budgets of its own.</summary>
    /// <returns>A string, a double, a bool, or null.</returns>
    /// <exception cref="ScriptException">It throws, or a budget runs out.</exception>
    public object? Call(string function, params object[] arguments) => Guard(ScriptErrorKind.Runtime, () =>
    {
        ResetBudgets();
        return _engine.Invoke(function, arguments).ToObject();
    });

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
            throw Error(kind, e.Error.ToString(), e, file, line, column);
        }
#if JINT_2
        catch (Jint.Parser.ParserException e)
        {
            throw Error(kind, $"SyntaxError: {e.Description}", e, e.Source, e.LineNumber, e.Column);
        }
#endif
        catch (TimeoutException e)
        {
            throw Error(kind, "the script ran longer than a call may", e);
        }
        catch (RecursionDepthOverflowException e)
        {
            throw Error(kind, $"functions called each other more than {MaxRecursion} deep", e);
        }
        catch (Exception e) when (e is not (ScriptException or OutOfMemoryException))
        {
            throw Error(kind, $"{e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    private ScriptException Error(
        ScriptErrorKind kind, string message, Exception cause, string? file = null, int line = 0, int column = 0) =>
        new(file == _file ? new ScriptError(kind, message, _file, line, column) : new ScriptError(kind, message, _file), cause);

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

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
    /// <exception cref="ScriptException">It has an error of syntax, or throws.</exception>
    public void Execute(string source) => Guard(ScriptErrorKind.Compile, () =>
    {
        _engine.Execute(source);
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
            throw new ScriptException(
                new ScriptError(kind, e.Error.ToString(), _file, e.Location.Start.Line, e.Location.Start.Column + 1), e);
        }
#if JINT_2
        catch (Jint.Parser.ParserException e)
        {
            throw new ScriptException(new ScriptError(kind, $"SyntaxError: {e.Description}", _file, e.LineNumber, e.Column), e);
        }
#endif
        catch (TimeoutException e)
        {
            throw new ScriptException(new ScriptError(kind, "the script ran longer than a call may", _file), e);
        }
        catch (RecursionDepthOverflowException e)
        {
            throw new ScriptException(new ScriptError(kind, $"functions called each other more than {MaxRecursion} deep", _file), e);
        }
        catch (Exception e) when (e is not (ScriptException or OutOfMemoryException))
        {
            throw new ScriptException(new ScriptError(kind, $"{e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}", _file), e);
        }
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

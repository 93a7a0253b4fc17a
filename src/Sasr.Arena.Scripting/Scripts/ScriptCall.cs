using Sasr.Arena.Scripting.Protocol;
using Sasr.Arena.Scripting.Supervision;

namespace Sasr.Arena.Scripting.Scripts;

/// <summary>Calls whose failures are exceptions: all but scores.</summary>
internal static class ScriptCall
{
    /// <exception cref="InputException">The script does not compile, it is refused, or what is asked of it does not exist.</exception>
    /// <exception cref="InfrastructureException">The script threw, or the worker died.</exception>
    public static async Task<WorkResult> RunAsync(ScriptWorker worker, WorkCall call)
    {
        WorkResult result;
        try
        {
            result = await worker.RunAsync(call);
        }
        catch (InfrastructureException e) when (call.Script is not null)
        {
            throw new InfrastructureException($"{call.Script.File}: {e.Message}", e);
        }
        return result.Error switch
        {
            null => result,
            { Kind: ScriptErrorKind.Runtime } error => throw new InfrastructureException(error.ToString()),
            var error => throw new InputException(error.ToString()),
        };
    }
}

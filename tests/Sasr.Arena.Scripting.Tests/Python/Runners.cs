using Sasr.Arena.Scripting.Isolation;
using Sasr.Arena.Scripting.Python;

namespace Sasr.Arena.Scripting.Tests.Python;

/// <summary>Makes runners; where the machine cannot, the test is skipped and says why.</summary>
internal static class Runners
{
    public static PythonRunner Create(int workers = 1, int candidatesPerProcess = 1000)
    {
        if (!Sandbox.OfThisMachine.IsActive)
            Assert.Ignore(Sandbox.OfThisMachine.Problem!.ToString());
        try
        {
            return PythonRunner.Create(new PythonRunnerOptions { Workers = workers, CandidatesPerProcess = candidatesPerProcess });
        }
        catch (InputException e)
        {
            Assert.Ignore(e.Message);
            throw;
        }
    }
}

using System.Text.Json;
using Sasr.Arena.Cli.Tests.Fakes;
using Sasr.Arena.Scripting.Isolation;

namespace Sasr.Arena.Cli.Tests.Commands;

public sealed class DoctorCommandTests
{
    [Test]
    public async Task What_is_missing_comes_with_its_remedy_in_80_columns()
    {
        Outcome outcome = await Shell.RunAsync("doctor");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.Zero);
            Assert.That(outcome.Out, Does.Contain("torch").And.Contain("Jint").And.Contain("CUDA").And.Contain("Roslyn"));
            Assert.That(outcome.Out.Split('\n').Where(line => !line.Contains("enable it")).Select(line => line.Length), Is.All.LessThanOrEqualTo(80));
            Assert.That(outcome.Out, Does.Contain(Sandbox.OfThisMachine.Problem?.Reason ?? "Every layer of the sandbox is active."));
        }
    }

    [Test]
    public async Task Where_the_sandbox_is_active_every_layer_is()
    {
        Outcome outcome = await Shell.RunAsync("doctor", "--json");
        using JsonDocument document = JsonDocument.Parse(outcome.Out);
        JsonElement[] layers = [.. document.RootElement.GetProperty("layers").EnumerateArray()];
        bool sandbox = document.RootElement.GetProperty("problem").ValueKind == JsonValueKind.Null;
        Assert.That(sandbox, Is.EqualTo(Sandbox.OfThisMachine.IsActive));
        Assert.That(layers, Is.Not.Empty);
        if (sandbox)
            Assert.That(layers.Where(layer => !layer.GetProperty("is_active").GetBoolean()), Is.Empty);
        else
            Assert.That(layers.Where(layer => !layer.GetProperty("is_active").GetBoolean()), Is.Not.Empty);
    }
}

using Sasr.Arena.Agents;
using Sasr.Arena.Cli.Rendering;
using Sasr.Arena.Environments.Formats;
using Spectre.Console;

namespace Sasr.Arena.Cli.Agents;

/// <summary>A person who reads and types lines. The answer alone is typed; the tags or marks of a format are put around it.</summary>
/// <param name="terminal">Where the person sits.</param>
/// <param name="format">The format of a question's answers; null in a game, whose actions are what is typed.</param>
internal sealed class HumanAgent(Terminal terminal, IAnswerFormat? format) : IAgent
{
    public async ValueTask<IReadOnlyList<AgentAction>> ActAsync(IReadOnlyList<Conversation> conversations, CancellationToken ct = default)
    {
        var actions = new List<AgentAction>();
        foreach (Conversation conversation in conversations)
        {
            if (conversation.History.Count == 0 && format is null && conversation.Environment.Instructions.Length > 0)
                EpisodeView.Part(terminal.Console, "how", conversation.Environment.Instructions);
            EpisodeView.Part(terminal.Console, "asked", conversation.Observation.Text);
            terminal.Console.Markup("  [dim]your answer:[/] ");
            string line = await ReadLineAsync(ct);
            if (!terminal.AsksPerson)
                terminal.Console.WriteLine(line);
            actions.Add(new AgentAction(format is null ? line : format.Compose("", line)));
        }
        return actions;
    }

    private async Task<string> ReadLineAsync(CancellationToken ct) =>
        // A read from a terminal cannot be cancelled: it is left behind.
        await Task.Run(terminal.In.ReadLine, CancellationToken.None).WaitAsync(ct) ?? throw new EndOfInputException();
}

/// <summary>The person has gone.</summary>
internal sealed class EndOfInputException() : Exception("the input has ended");

namespace Sasr.Arena.Environments.Formats;

/// <summary>How a completion holds its reasoning and its answer.</summary>
public interface IAnswerFormat
{
    /// <summary>As written in <c>environment.yaml</c>.</summary>
    string Name { get; }

    /// <summary>What an agent is told of the form where the environment's own instructions ask for another.</summary>
    string Hint { get; }

    /// <summary>The completion that shows these steps and gives this answer.</summary>
    string Compose(string solution, string answer);

    /// <summary>The answer in a completion; null where it has none or its form is broken.</summary>
    string? Extract(string completion);
}

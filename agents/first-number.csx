// agents/first-number.csx: answers with the first number that it is shown; what an agent that reads nothing else earns.
using System.Text.RegularExpressions;

Agent(version: 1);

string Act(Rng rng, Situation situation)
{
    Match number = Regex.Match(situation.Observation, @"-?\d+");
    string answer = number.Success ? number.Value : "0";
    return situation.Instructions.Contains("<answer>") ? $"<think>It begins with it.</think><answer>{answer}</answer>" : answer;
}

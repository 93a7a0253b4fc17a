using System.Text.RegularExpressions;

namespace Sasr.Arena.Checks;

/// <summary>
/// Whether the same puzzle is in train and in test under questions that differ in decoration alone. The hash of the question keeps
/// equal questions apart; it cannot know that a serial number or a name makes no difference.
/// </summary>
/// <remarks>
/// Two problems are the same puzzle where solution and answer are the same, and the questions become the same when case, spaces and
/// serial numbers are dropped, or when at most two words or numbers, none of which the solution or the answer mentions, are
/// exchanged throughout.
/// </remarks>
internal static partial class Leak
{
    private const double AllowedShare = 0.01;
    private const int Exchanges = 2;
    private const int ShortestName = 3;

    public static IEnumerable<Finding> Check(LevelSample sample)
    {
        ILookup<string, DrawnProblem> train = sample.Train.ToLookup(Worked, StringComparer.Ordinal);
        (DrawnProblem Test, DrawnProblem Train)[] twins =
        [
            .. from test in sample.Test
               let twin = train[Worked(test)].FirstOrDefault(other => AreSame(test, other))
               where twin is not null
               select (test, twin),
        ];
        if (twins.Length > Math.Max(1, AllowedShare * sample.Test.Count))
        {
            (DrawnProblem test, DrawnProblem twin) = twins[0];
            yield return Finding.At(CheckNames.Leak, test,
                $"the same puzzle is in train and in test: {twins.Length} of {sample.Test.Count} test problems differ from a train problem in decoration alone, this one from '{Quote.Of(twin.Question, 80)}'");
        }
    }

    internal static bool AreSame(DrawnProblem one, DrawnProblem other)
    {
        string[] a = Words(one.Question), b = Words(other.Question);
        if (a.Length != b.Length)
            return false;
        var exchanges = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < a.Length; i++)
        {
            if (!exchanges.TryAdd(a[i], b[i]) && exchanges[a[i]] != b[i])
                return false;
        }
        KeyValuePair<string, string>[] exchanged = [.. exchanges.Where(pair => pair.Key != pair.Value)];
        if (exchanged.Length > Exchanges)
            return false;
        string worked = Wording.Squeeze(Worked(one));
        return exchanged.All(pair => IsName(pair.Key) && IsName(pair.Value) && !Mentions(worked, pair.Key) && !Mentions(worked, pair.Value));
    }

    private static string Worked(DrawnProblem drawn) => WithoutSerials($"{drawn.Problem.Solution}\n{drawn.Answer}");

    private static string[] Words(string question) => [.. Word().Matches(Wording.Squeeze(WithoutSerials(question))).Select(match => match.Value)];

    private static bool IsName(string word) => word.Length >= ShortestName && word.All(char.IsLetterOrDigit);

    private static bool Mentions(string text, string word) => text.Contains(word, StringComparison.Ordinal);

    private static string WithoutSerials(string text) => Serial().Replace(text, " ");

    [GeneratedRegex(@"\w+|[^\w\s]")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(problem|question|puzzle|exercise|task|case|item|no|nr|number|id|ref|serial)?\s*[.:#]?\s*#?[0-9]+\s*[.:)]\s|[\[(](problem|question|puzzle|id|ref|no|nr|serial|seed)?\s*[.:#]?\s*#?[0-9a-f]{3,}[\])]|#[0-9]{3,}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Serial();
}

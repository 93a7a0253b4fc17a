using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Cli.Commands;

/// <summary>Options that several commands have, with the same name, meaning and checks in all of them.</summary>
internal static class CommonOptions
{
    public static Option<int> Level() => AtLeastOne("--level", "Difficulty, from 1", 1);

    public static Option<int> Count(string description, int usual = 1) => AtLeastOne("--count", description, usual);

    public static Option<int> Threads() => AtLeastOne("--threads", "CPU threads for the model", 2);

    /// <summary>The same for every command that has programs run that a model wrote.</summary>
    public static Option<bool> AllowUnsandboxedCode() => new("--allow-unsandboxed-code")
    {
        Description = "Run programs that a model wrote also where nothing holds them",
    };

    public static Option<ulong> Seed(ulong usual = 1) => new("--seed")
    {
        Description = "The same seed gives the same problems",
        HelpName = "N",
        DefaultValueFactory = _ => usual,
    };

    public static Option<Split> Split(Split usual)
    {
        var option = new Option<Split>("--split")
        {
            Description = "train, validation or test",
            HelpName = "SPLIT",
            CustomParser = result => Enum.TryParse(result.Tokens[0].Value, ignoreCase: true, out Split split) && Enum.IsDefined(split)
                ? split
                : Refuse<Split>(result, $"--split: '{result.Tokens[0].Value}' is none of train, validation, test."),
            DefaultValueFactory = _ => usual,
        };
        return option;
    }

    public static Option<double> Temperature(double usual) => new("--temperature")
    {
        Description = "Of the model's sampling; 0 always takes the likeliest token",
        HelpName = "T",
        DefaultValueFactory = _ => usual,
    };

    /// <summary>Levels such as <c>1-3,5</c>.</summary>
    public static Option<int[]?> Levels() => new("--levels")
    {
        Description = "For example 1-3,5 (default: all)",
        HelpName = "LEVELS",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            var levels = new SortedSet<int>();
            foreach (string part in text.Split(',', StringSplitOptions.TrimEntries))
            {
                string[] ends = part.Split('-', 2);
                if (!int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first)
                    || !int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int last)
                    || first < 1 || last < first || last > 1000)
                    return Refuse<int[]?>(result, $"--levels: '{text}' is not a list of levels such as 1-3,5.");
                levels.UnionWith(Enumerable.Range(first, last - first + 1));
            }
            return [.. levels];
        },
    };

    public static Option<int> AtLeastOne(string name, string description, int usual)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.Tokens.Count == 0)
                return;
            if (!int.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) || value < 1)
                result.AddError($"{name}: '{result.Tokens[0].Value}' is not a whole number of at least 1.");
        });
        return option;
    }

    private static T Refuse<T>(ArgumentResult result, string message)
    {
        result.AddError(message);
        return default!;
    }
}

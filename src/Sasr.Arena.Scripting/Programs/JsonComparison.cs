using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>
/// Compares JSON values: whole numbers exactly, others with a relative tolerance, objects without regard to the order of their keys.
/// </summary>
internal static class JsonComparison
{
    private const double Tolerance = 1e-9;
    private const int MostDigits = 100_000; // of a whole number: reading one takes time with the square of them

    /// <summary>Whether the two are the same value.</summary>
    public static bool AreEqual(JsonElement expected, JsonElement actual)
    {
        if (expected.ValueKind != actual.ValueKind)
            return false;
        return expected.ValueKind switch
        {
            JsonValueKind.Number => AreEqualNumbers(expected.GetRawText(), actual.GetRawText()),
            JsonValueKind.String => Text(expected) is { } text && text == Text(actual),
            JsonValueKind.Array => AreEqualArrays(expected, actual),
            JsonValueKind.Object => AreEqualObjects(expected, actual),
            _ => true,
        };
    }

    private static bool AreEqualNumbers(string expected, string actual)
    {
        if (expected == actual)
            return true;
        if (Whole(expected) is { } a && Whole(actual) is { } b)
            return a == b;
        return double.TryParse(expected, CultureInfo.InvariantCulture, out double x)
            && double.TryParse(actual, CultureInfo.InvariantCulture, out double y)
            && double.IsFinite(x) && double.IsFinite(y)
            && Math.Abs(x - y) <= Tolerance * Math.Max(Math.Abs(x), Math.Abs(y));
    }

    // What is written with a point or an exponent, as 2.0 is, is compared as one with a point.
    private static BigInteger? Whole(string number) =>
        number.Length <= MostDigits && BigInteger.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger value)
            ? value
            : null;

    private static bool AreEqualArrays(JsonElement expected, JsonElement actual)
    {
        if (expected.GetArrayLength() != actual.GetArrayLength())
            return false;
        using JsonElement.ArrayEnumerator items = actual.EnumerateArray();
        foreach (JsonElement item in expected.EnumerateArray())
        {
            items.MoveNext();
            if (!AreEqual(item, items.Current))
                return false;
        }
        return true;
    }

    private static bool AreEqualObjects(JsonElement expected, JsonElement actual)
    {
        Dictionary<string, JsonElement>? wanted = Members(expected), found = Members(actual);
        return wanted is not null && found is not null && wanted.Count == found.Count
            && wanted.All(member => found.TryGetValue(member.Key, out JsonElement value) && AreEqual(member.Value, value));
    }

    // Of members with the same name the last one counts; null where a name is no Unicode text.
    private static Dictionary<string, JsonElement>? Members(JsonElement value)
    {
        try
        {
            var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            foreach (JsonProperty member in value.EnumerateObject())
                members[member.Name] = member.Value;
            return members;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // Half a surrogate pair is no text, and equal to nothing.
    private static string? Text(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}

using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>Compares a JSON value with what it should be.</summary>
internal static class JsonComparison
{
    private const double Tolerance = 1e-9;

    /// <summary>
    /// Whether the values are the same: whole numbers exactly, others within a relative tolerance of 1e-9; objects without regard to
    /// the order of their keys.
    /// </summary>
    public static bool Matches(JsonElement expected, JsonElement actual)
    {
        if (expected.ValueKind != actual.ValueKind)
            return false;
        return expected.ValueKind switch
        {
            JsonValueKind.Number => NumbersMatch(expected.GetRawText(), actual.GetRawText()),
            JsonValueKind.String => expected.GetString() == actual.GetString(),
            JsonValueKind.Array => ArraysMatch(expected, actual),
            JsonValueKind.Object => ObjectsMatch(expected, actual),
            _ => true,
        };
    }

    private static bool NumbersMatch(string expected, string actual)
    {
        if (expected == actual)
            return true;
        if (IsWhole(expected, out BigInteger left) && IsWhole(actual, out BigInteger right))
            return left == right;
        double first = double.Parse(expected, CultureInfo.InvariantCulture), second = double.Parse(actual, CultureInfo.InvariantCulture);
        return double.IsFinite(first) && double.IsFinite(second)
            && Math.Abs(first - second) <= Tolerance * Math.Max(Math.Abs(first), Math.Abs(second));
    }

    private static bool IsWhole(string number, out BigInteger value) =>
        BigInteger.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    private static bool ArraysMatch(JsonElement expected, JsonElement actual) =>
        expected.GetArrayLength() == actual.GetArrayLength()
        && expected.EnumerateArray().Zip(actual.EnumerateArray(), Matches).All(matches => matches);

    private static bool ObjectsMatch(JsonElement expected, JsonElement actual)
    {
        Dictionary<string, JsonElement> found = [];
        foreach (JsonProperty property in actual.EnumerateObject())
            found[property.Name] = property.Value;
        int count = 0;
        foreach (JsonProperty property in expected.EnumerateObject())
        {
            if (!found.TryGetValue(property.Name, out JsonElement value) || !Matches(property.Value, value))
                return false;
            count++;
        }
        return count == found.Count;
    }
}

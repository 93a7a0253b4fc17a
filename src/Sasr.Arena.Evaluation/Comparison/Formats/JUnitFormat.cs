using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Sasr.Arena.Evaluation.Comparison.Gates;

namespace Sasr.Arena.Evaluation.Comparison.Formats;

/// <summary>
/// A verdict as JUnit XML, which CI systems show: a test case a task and one for all of them. A failure is a regression, an
/// error is an evaluation that could not be scored.
/// </summary>
public static class JUnitFormat
{
    /// <summary>Name of the test case of all tasks together.</summary>
    public const string Overall = "all tasks";

    /// <summary>The file.</summary>
    public static string Render(EvaluationComparison comparison, GateVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(verdict);
        XElement[] cases =
        [
            Case(comparison, verdict, null, comparison.Overall),
            .. comparison.Tasks.Select(task => Case(comparison, verdict, task.Environment, task.Total)),
        ];
        var suite = new XElement("testsuite",
            new XAttribute("name", comparison.Suite ?? "arena compare"),
            Count("tests", cases.Length),
            Count("failures", cases.Count(one => one.Element("failure") is not null)),
            Count("errors", cases.Count(one => one.Element("error") is not null)),
            Count("skipped", 0),
            cases);
        var text = new StringBuilder();
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true };
        using (XmlWriter writer = XmlWriter.Create(text, settings))
            new XElement("testsuites", suite).Save(writer);
        return $"""<?xml version="1.0" encoding="utf-8"?>{"\n"}{text}{"\n"}""";
    }

    private static XElement Case(EvaluationComparison comparison, GateVerdict verdict, string? task, Difference difference)
    {
        var element = new XElement("testcase",
            new XAttribute("classname", $"arena.{comparison.Suite ?? "compare"}"),
            new XAttribute("name", task ?? Overall),
            new XAttribute("time", "0"));
        (string kind, string type) = verdict.Outcome == GateOutcome.Unscored ? ("error", "unscored") : ("failure", "regression");
        GateFinding[] findings = [.. verdict.Findings.Where(finding => finding.Environment == task)];
        if (findings.Length > 0)
        {
            string message = string.Join(' ', findings.Select(finding => finding.Message));
            element.Add(new XElement(kind, new XAttribute("type", type), new XAttribute("message", message), message));
        }
        string left = difference.LeftOut > 0 ? $". {Figures.LeftOut(difference)}" : "";
        element.Add(new XElement("system-out",
            $"base {Figures.Percentage(difference.BaseAccuracy)}, head {Figures.Percentage(difference.HeadAccuracy)}, "
            + $"change {Figures.WithInterval(difference)} points, {difference.Problems} problems{left}"));
        return element;
    }

    private static XAttribute Count(string name, int value) => new(name, value.ToString(CultureInfo.InvariantCulture));
}

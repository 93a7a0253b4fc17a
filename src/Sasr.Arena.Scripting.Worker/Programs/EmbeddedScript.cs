namespace Sasr.Arena.Scripting.Programs;

/// <summary>A JavaScript file that is part of the worker.</summary>
internal sealed class EmbeddedScript
{
    private readonly string _name;
    private readonly Lazy<string> _text;

    private EmbeddedScript(string name)
    {
        _name = name;
        _text = new Lazy<string>(Read);
    }

    /// <summary>How values cross.</summary>
    public static EmbeddedScript Json { get; } = new("json.js");

    /// <summary>What programs can call.</summary>
    public static EmbeddedScript Program { get; } = new("program.js");

    /// <summary>What files of tests can call.</summary>
    public static EmbeddedScript Tests { get; } = new("tests.js");

    public void RunIn(JavaScript.JintEngine engine) => engine.Execute(_text.Value, $"arena/{_name}");

    private string Read()
    {
        using Stream stream = typeof(EmbeddedScript).Assembly.GetManifestResourceStream(_name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

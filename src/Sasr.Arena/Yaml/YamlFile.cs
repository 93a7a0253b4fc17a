using Sasr.Arena.Tasks.Datasets;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Sasr.Arena.Yaml;

/// <summary>
/// A YAML file bound to a type, key by key (<c>snake_case</c>): a key that the type does not have is an error that names
/// the line, the column and the nearest key that exists.
/// </summary>
/// <typeparam name="T">A class with a settable property for every key and its default as the initial value.</typeparam>
public sealed class YamlFile<T>
    where T : class, new()
{
    private YamlFile(string path, string text, T value) => (Path, Text, Value) = (path, text, value);

    /// <summary>Where the file lies.</summary>
    public string Path { get; }

    /// <summary>The file as it was read.</summary>
    public string Text { get; }

    /// <summary>What it says.</summary>
    public T Value { get; }

    /// <summary>Reads and binds the file; an empty one is all defaults.</summary>
    /// <exception cref="InputException">The file cannot be read, is not YAML, or has a wrong key or value.</exception>
    public static YamlFile<T> Read(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read: {e.Message}", e);
        }
        return Parse(path, text);
    }

    /// <summary>Binds a text as if it stood in a file.</summary>
    /// <exception cref="InputException">It is not YAML, or has a wrong key or value.</exception>
    public static YamlFile<T> Parse(string path, string text) => new(path, text, Bind(path, text));

    /// <summary>Runs a check of the values, and puts the file's name before what it finds.</summary>
    public TResult Check<TResult>(Func<TResult> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        try
        {
            return check();
        }
        catch (InputException e)
        {
            throw new InputException($"{Path}: {e.Message}", e);
        }
    }

    private static T Bind(string path, string text)
    {
        IDeserializer deserializer = new DeserializerBuilder()
            .WithNamingConvention(UnderscoredNamingConvention.Instance)
            .WithTypeConverter(new EnumNames())
            .WithTypeConverter(new LevelsYaml())
            .WithTypeConverter(new MixYaml(path))
            .WithNodeDeserializer(new ShortForm<DatasetField>(field => new DatasetField { Field = field }), place => place.OnTop())
            .WithNodeDeserializer(new ShortForm<DatasetPart>(file => new DatasetPart { File = file }), place => place.OnTop())
            .WithTypeConverter(new RewardsYaml(path))
            .WithDuplicateKeyChecking()
            .Build();
        try
        {
            var document = new YamlStream();
            document.Load(new StringReader(text));
            if (document.Documents.Count > 0)
                YamlKeys.Check(document.Documents[0].RootNode, typeof(T));
            return deserializer.Deserialize<T>(text) ?? new T();
        }
        catch (YamlException e)
        {
            // The innermost knows the place and the reason best; YamlDotNet wraps it once a level.
            YamlException place = e;
            while (place.InnerException is YamlException inner)
                place = inner;
            string reason = (place.InnerException ?? place).Message.ReplaceLineEndings(" ");
            throw new InputException($"{path}({place.Start.Line},{place.Start.Column}): {reason}", e);
        }
    }
}

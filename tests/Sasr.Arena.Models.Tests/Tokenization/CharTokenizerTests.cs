using Sasr.Arena.Models.Tokenization;
using Sasr.Arena.Testing;

namespace Sasr.Arena.Models.Tests.Tokenization;

public sealed class CharTokenizerTests
{
    [Test]
    public void Every_character_is_one_token_and_comes_back()
    {
        CharTokenizer tokenizer = CharTokenizer.Of("ab\n😀");

        int[] ids = tokenizer.Encode("b😀\na");

        Assert.That(ids, Is.EqualTo(new[] { 3, 5, 4, 2 }));
        Assert.That(tokenizer.Decode([tokenizer.BeginOfSequence, .. ids, tokenizer.EndOfSequence]), Is.EqualTo("b😀\na"));
    }

    [Test]
    public void Ascii_has_the_95_printable_characters_and_the_line_feed() =>
        Assert.That(CharTokenizer.Of(CharTokenizer.Ascii).VocabularySize, Is.EqualTo(2 + 95 + 1));

    [Test]
    public void A_character_that_is_not_in_the_vocabulary_is_named()
    {
        Assert.That(
            () => CharTokenizer.Of("ab").Encode("aé"),
            Throws.TypeOf<InputException>().With.Message.Contains("'é' (U+00E9)"));
    }

    [Test]
    public void A_saved_tokenizer_is_the_same_when_loaded()
    {
        using var folder = new TemporaryFolder();
        CharTokenizer.Of(CharTokenizer.Ascii).Save(folder.File("tokenizer.json"));

        CharTokenizer loaded = CharTokenizer.Load(folder.File("tokenizer.json"));

        Assert.That(loaded.Encode("Sort 3 1 2\n"), Is.EqualTo(CharTokenizer.Of(CharTokenizer.Ascii).Encode("Sort 3 1 2\n")));
    }

    [TestCase("{}")]
    [TestCase("not json")]
    [TestCase("""{"model":{"type":"BPE","vocab":{}}}""")]
    [TestCase("""{"model":{"type":"WordLevel","vocab":{"<s>":0,"</s>":1,"word":2}}}""")]
    public void Another_kind_of_tokenizer_is_refused(string json)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("tokenizer.json"), json);

        Assert.That(() => CharTokenizer.Load(folder.File("tokenizer.json")), Throws.TypeOf<InputException>());
    }
}

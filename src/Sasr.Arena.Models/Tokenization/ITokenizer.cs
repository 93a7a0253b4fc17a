namespace Sasr.Arena.Models.Tokenization;

/// <summary>Text to token ids and back.</summary>
public interface ITokenizer
{
    /// <summary>Number of token ids.</summary>
    int VocabularySize { get; }

    /// <summary>Begins every sequence.</summary>
    int BeginOfSequence { get; }

    /// <summary>Ends every completion.</summary>
    int EndOfSequence { get; }

    /// <summary>The ids of a text, without special tokens.</summary>
    /// <exception cref="InputException">The text has a character that the vocabulary lacks.</exception>
    int[] Encode(string text);

    /// <summary>The text of the ids; special tokens are left out.</summary>
    string Decode(IEnumerable<int> ids);

    /// <summary>Writes <c>tokenizer.json</c> in the format of Hugging Face's tokenizers.</summary>
    void Save(string path);
}

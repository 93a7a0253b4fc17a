using Sasr.Arena.Environments.Formats;

namespace Sasr.Arena.Tests.Environments.Formats;

public sealed class AnswerFormatTests
{
    [TestCase("think-answer", "<think>a\nb</think><answer>7</answer>")]
    [TestCase("hash-answer", "a\nb\n#### 7")]
    [TestCase("compact", "a\nb\n7")]
    public void What_is_composed_is_extracted(string name, string completion)
    {
        IAnswerFormat format = AnswerFormats.Find(name);

        Assert.That(format.Compose("a\nb", "7"), Is.EqualTo(completion));
        Assert.That(format.Extract(completion), Is.EqualTo("7"));
    }

    [TestCase("think-answer", " <think></think>\n<answer> 7 </answer>\n", "7")]
    [TestCase("think-answer", "<answer>7</answer>", null)]
    [TestCase("think-answer", "<think>a</think><answer></answer>", null)]
    [TestCase("think-answer", "<think>a</think><answer>7</answer> and more", null)]
    [TestCase("think-answer", "before <think>a</think><answer>7</answer>", null)]
    [TestCase("think-answer", "<think>a</think>text<answer>7</answer>", null)]
    [TestCase("think-answer", "<think>a</think><answer>7</answer><answer>8</answer>", null)]
    [TestCase("think-answer", "<think><think>a</think></think><answer>7</answer>", null)]
    [TestCase("think-answer", "<answer>7</answer><think>a</think>", null)]
    [TestCase("think-answer", "", null)]
    [TestCase("hash-answer", "#### 7", "7")]
    [TestCase("hash-answer", "a #### 7", null)]
    [TestCase("hash-answer", "#### 7\n#### 8", null)]
    [TestCase("hash-answer", "#### 7\n8", null)]
    [TestCase("hash-answer", "7", null)]
    [TestCase("hash-answer", "####", null)]
    [TestCase("compact", "7", null)]
    [TestCase("compact", "\n7", "7")]
    [TestCase("compact", "a\n7\n", "7")]
    [TestCase("compact", "a\n\n", null)]
    public void An_answer_out_of_form_is_no_answer(string name, string completion, string? expected) =>
        Assert.That(AnswerFormats.Find(name).Extract(completion), Is.EqualTo(expected));

    [Test]
    public void An_unknown_format_is_refused() =>
        Assert.That(() => AnswerFormats.Find("xml"), Throws.TypeOf<InputException>().With.Message.Contains("think-answer, hash-answer, compact"));
}

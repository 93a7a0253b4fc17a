using Sasr.Arena.Evaluation.Reports;
using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Evaluation.Tests.Reports;

public class BrowserSelectionTests
{
    [Test]
    public void All_are_shown_where_there_is_room()
    {
        EpisodeRecord[] episodes = [.. Enumerable.Range(0, 5).Select(index => Of("a", index, correct: true))];
        Assert.That(Select(episodes, int.MaxValue), Is.EqualTo(episodes));
    }

    [Test]
    public void Every_task_and_verdict_has_its_share_and_the_order_stays()
    {
        EpisodeRecord[] episodes =
        [
            .. Enumerable.Range(0, 6).Select(index => Of("a", index, correct: true)),
            Of("a", 6, correct: false),
            .. Enumerable.Range(0, 2).Select(index => Of("b", index, correct: true)),
        ];
        int size = PageJson.Text(episodes[0]).Length;
        // Room for five: the first of each of the three kinds, then the second of the two that have one.
        IReadOnlyList<EpisodeRecord> chosen = Select(episodes, (5 * size) + 2);
        Assert.That(chosen, Is.EqualTo(new[] { episodes[0], episodes[1], episodes[6], episodes[7], episodes[8] }));
    }

    [Test]
    public void A_page_says_how_many_of_all_it_shows()
    {
        EpisodeRecord[] episodes = [Of("a", 0, correct: true)];
        string some = new ReportPage("test", "some").Section("Episodes", "", new EpisodeBlock(episodes, 1200)).ToHtml();
        string all = new ReportPage("test", "all").Section("Episodes", "", new EpisodeBlock(episodes, 1)).ToHtml();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(some, Does.Contain("1 of 1,200 episodes"));
            Assert.That(all, Does.Not.Contain("episodes, of every task"));
        }
    }

    private static IReadOnlyList<EpisodeRecord> Select(EpisodeRecord[] episodes, int mostCharacters) =>
        BrowserSelection.Of(episodes, PageJson.Text, episode => (episode.Environment, episode.Correct), mostCharacters);

    private static EpisodeRecord Of(string environment, int index, bool correct) => new(environment, 1, index, 0, [], "") { Correct = correct, Reward = correct ? 1 : 0 };
}

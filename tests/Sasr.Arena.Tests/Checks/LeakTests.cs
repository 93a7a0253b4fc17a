using Sasr.Arena.Checks;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Tests.Checks;

public class LeakTests
{
    [TestCase("Add 3 and 4.", "add  3 and 4.", Description = "case and spaces")]
    [TestCase("Problem 17: add 3 and 4.", "Problem 9203: add 3 and 4.", Description = "serial numbers")]
    [TestCase("(id 3fa9) Add 3 and 4.", "(id 77b0) Add 3 and 4.")]
    [TestCase("Add 3 and 4. [#12345]", "Add 3 and 4. [#993]")]
    [TestCase("Ticket 88112 says: add 3 and 4.", "Ticket 40617 says: add 3 and 4.")]
    [TestCase("Anna adds 3 and 4. What does Anna get?", "Tom adds 3 and 4. What does Tom get?", Description = "names that the solution does not mention")]
    [TestCase("Anna adds 3 apples and 4 apples.", "Tom adds 3 pears and 4 pears.")]
    public void Decoration_makes_no_other_puzzle(string one, string other) =>
        Assert.That(Leak.AreSame(Drawn(one), Drawn(other)));

    [TestCase("Sort 3 1 2", "Sort 2 3 1", Description = "the same things in another order")]
    [TestCase("Add 3 and 4.", "Add 4 and 3.")]
    [TestCase("Anna, Ben, Cleo and Dan stand in a row.", "Evan, Finn, Gus and Hal stand in a row.", Description = "too many exchanges")]
    [TestCase("Anna likes Ben, Ben likes Cleo.", "Ben likes Ben, Cleo likes Cleo.", Description = "no exchange throughout")]
    [TestCase("#..# .##.", "##.. .##.", Description = "a maze")]
    public void Another_question_is_another_puzzle(string one, string other) =>
        Assert.That(Leak.AreSame(Drawn(one), Drawn(other)), Is.False);

    [Test]
    public void What_the_solution_mentions_is_no_decoration()
    {
        DrawnProblem one = Drawn("Take 100 from 250.", "250 and 100 differ by 150"), other = Drawn("Take 100 from 350.", "250 and 100 differ by 150");
        Assert.That(Leak.AreSame(one, other), Is.False);
    }

    private static DrawnProblem Drawn(string question, string solution = "3 + 4 = 7") =>
        new(new Problem("math/x", 1, 1, Split.Train, 0, question, "7", solution), 1, 0);
}

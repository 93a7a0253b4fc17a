// tasks/logic/syllogism.csx: say which conclusions follow from sentences with all, no and some.
using System.Numerics;

Task(version: 1, levels: 5, tags: ["deduction", "quantifiers"], reward: "set");

// Level by level: kinds of things, premises with all or no, premises with some, and conclusions to judge.
readonly (int Kinds, int Universal, int Some, int Asked)[] sizes = [(3, 2, 0, 4), (3, 1, 1, 4), (4, 2, 1, 5), (4, 3, 1, 5), (5, 4, 1, 6)];

readonly string[] pool = ["blick", "dax", "fep", "glim", "hosk", "jarn", "kiv", "lorp", "mib", "nurd", "plon", "quam", "rask", "slith", "tove", "vorn", "wug", "yelp", "zorn", "brok"];

const int All = 0, No = 1, Some = 2, SomeNot = 3;

record Sentence(int Form, int A, int B);

// A thing can be of several kinds at once: there are 32 sorts of things, bit i of a sort says that it is of kind i. A set of sorts
// is the bits of a uint, and Of[i] has those that are of kind i.
readonly uint[] of = [0xAAAAAAAA, 0xCCCCCCCC, 0xF0F0F0F0, 0xFF00FF00, 0xFFFF0000];

Problem Generate(Rng rng, int level)
{
    (int kinds, int universal, int some, int asked) = sizes[level - 1];
    Sentence[] premises;
    List<Sentence> following = [], open = [];
    do
    {
        premises = Draw(rng, kinds, universal, some);
        following.Clear();
        open.Clear();
        for (int a = 0; a < kinds; a++)
        {
            for (int b = 0; b < kinds; b++)
            {
                for (int form = All; form <= SomeNot; form++)
                {
                    if (a == b || form is No or Some && a > b)
                        continue;
                    var sentence = new Sentence(form, a, b);
                    if (!Array.Exists(premises, premise => Same(premise, sentence)))
                        (Follows(premises, sentence, kinds) ? following : open).Add(sentence);
                }
            }
        }
    }
    while (!Possible(premises, kinds) || following.Count < 2 || open.Count < asked);
    int right = rng.Integer(1, Math.Min(asked - 1, following.Count));
    Sentence[] judged = rng.Shuffle(rng.Sample(following, right).Concat(rng.Sample(open, asked - right)));
    return Write(rng.Shuffle(premises), judged, rng.Sample(pool, kinds));
}

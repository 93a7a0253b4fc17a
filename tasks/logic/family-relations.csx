// tasks/logic/family-relations.csx: say how two people are related, from who is whose parent, child, brother, sister or spouse.
Task(version: 1, levels: 6, tags: ["deduction", "relations"], reward: "exact");

// Level by level: steps from one person to the other, people who have nothing to do with it, and whether facts are told
// from either side. From level 2 on the facts are shuffled.
readonly (int Steps, int Others, bool EitherSide)[] sizes = [(2, 0, false), (3, 0, false), (3, 1, true), (4, 1, true), (5, 2, true), (6, 3, true)];

readonly string[] men = ["Adam", "Ben", "Carl", "David", "Eric", "Frank", "George", "Henry", "Ivan", "Jack", "Luke", "Mark", "Oscar", "Paul", "Simon", "Tom"];
readonly string[] women = ["Anna", "Betty", "Clara", "Diana", "Emma", "Fiona", "Grace", "Helen", "Irene", "Julia", "Laura", "Maria", "Nora", "Olga", "Rosa", "Susan"];

// What a man and a woman are called.
readonly Dictionary<string, (string Man, string Woman)> words = new()
{
    ["parent"] = ("father", "mother"),
    ["child"] = ("son", "daughter"),
    ["sibling"] = ("brother", "sister"),
    ["spouse"] = ("husband", "wife"),
    ["grandparent"] = ("grandfather", "grandmother"),
    ["grandchild"] = ("grandson", "granddaughter"),
    ["aunt"] = ("uncle", "aunt"),
    ["niece"] = ("nephew", "niece"),
    ["cousin"] = ("cousin", "cousin"),
    ["parentInLaw"] = ("father-in-law", "mother-in-law"),
    ["childInLaw"] = ("son-in-law", "daughter-in-law"),
    ["siblingInLaw"] = ("brother-in-law", "sister-in-law"),
    ["greatGrandparent"] = ("great-grandfather", "great-grandmother"),
    ["greatGrandchild"] = ("great-grandson", "great-granddaughter"),
    ["greatAunt"] = ("great-uncle", "great-aunt"),
};

// What a relation becomes by one step more: the parent of a parent is a grandparent. Only what is certain is here.
readonly Dictionary<string, (string Step, string Relation)[]> composed = new()
{
    ["self"] = [("parent", "parent"), ("child", "child"), ("sibling", "sibling"), ("spouse", "spouse")],
    ["parent"] = [("parent", "grandparent"), ("child", "sibling"), ("sibling", "aunt"), ("spouse", "parent")],
    ["child"] = [("child", "grandchild"), ("sibling", "child"), ("spouse", "childInLaw")],
    ["sibling"] = [("parent", "parent"), ("child", "niece"), ("spouse", "siblingInLaw")],
    ["spouse"] = [("parent", "parentInLaw"), ("child", "child"), ("sibling", "siblingInLaw")],
    ["grandparent"] = [("parent", "greatGrandparent"), ("child", "aunt"), ("sibling", "greatAunt"), ("spouse", "grandparent")],
    ["grandchild"] = [("child", "greatGrandchild"), ("sibling", "grandchild")],
    ["aunt"] = [("parent", "grandparent"), ("child", "cousin")],
    ["niece"] = [("sibling", "niece")],
    ["cousin"] = [("sibling", "cousin")],
    ["parentInLaw"] = [("child", "siblingInLaw"), ("spouse", "parentInLaw")],
    ["childInLaw"] = [("child", "grandchild")],
    ["siblingInLaw"] = [],
    ["greatGrandparent"] = [("child", "greatAunt"), ("spouse", "greatGrandparent")],
    ["greatGrandchild"] = [("sibling", "greatGrandchild")],
    ["greatAunt"] = [("parent", "greatGrandparent")],
};

// What makes somebody known who has nothing to do with it.
readonly string[] nearby = ["child", "sibling"];

// Level by level, the walks from one person to another by the relation that they lead to: all relations are asked for equally often.
readonly Link[][][][] walks = [.. sizes.Select(size => Walks(size.Steps).GroupBy(walk => walk[^1].Relation).Select(same => same.ToArray()).ToArray())];

// A step from the person before, and what that makes of the first person's relation.
record Link(string Step, string Relation);

record Person(string Name, bool IsWoman);

Problem Generate(Rng rng, int level)
{
    var (_, others, eitherSide) = sizes[level - 1];
    Link[] walk = rng.Pick(rng.Pick(walks[level - 1]));
    Person[] people = Cast(rng, walk, others);
    Person first = people[0], asked = people[walk.Length];
    var facts = new string[people.Length - 1];
    var solution = new StringBuilder();
    for (int i = 0; i < walk.Length; i++)
    {
        Person before = people[i], person = people[i + 1];
        string fact = Told(person, walk[i].Step, before);
        // The last one is named by what is asked for, a man or a woman.
        bool turns = eitherSide && i < walk.Length - 1 && rng.Chance(0.5);
        facts[i] = turns ? Told(before, Inverse(walk[i].Step), person) : fact;
        solution.Append(facts[i]).Append(turns && facts[i] != fact ? $", so {fact}" : "");
        solution.Append(i == 0 ? "" : $", so {Told(person, walk[i].Relation, first)}").Append(".\n");
    }
    for (int i = walk.Length; i < facts.Length; i++)
        facts[i] = Told(people[i + 1], rng.Pick(nearby), people[rng.Integer(0, walk.Length)]);
    string answer = Word(asked, walk[^1].Relation);
    return Problem(
        question: "In this family nobody married twice, the children of a married person are the children of both, and brothers and sisters have the same parents. "
            + $"{string.Join(". ", level == 1 ? facts : rng.Shuffle(facts))}. What is {asked.Name} to {first.Name}? "
            + "Answer with one word, written like father, niece, sister-in-law or great-uncle.",
        answer: answer,
        solution: $"{solution}Answer: {answer}");
}

// All ways of that many steps. Nobody comes up twice: a child's parent, a spouse's spouse and a sibling's sibling would be
// people already named.
IEnumerable<Link[]> Walks(int length)
{
    if (length == 0)
        return [[]];
    return
        from walk in Walks(length - 1)
        let last = walk.Length == 0 ? new Link("", "self") : walk[^1]
        from next in composed[last.Relation]
        let back = last.Step == "child" && next.Step == "parent"
        let again = last.Step == next.Step && next.Step is "spouse" or "sibling"
        where !back && !again
        select (Link[])[.. walk, new Link(next.Step, next.Relation)];
}

Person[] Cast(Rng rng, Link[] walk, int others)
{
    Stack<string> male = new(rng.Shuffle(men)), female = new(rng.Shuffle(women));
    var people = new Person[walk.Length + 1 + others];
    for (int i = 0; i < people.Length; i++)
    {
        bool isMarried = i > 0 && i <= walk.Length && walk[i - 1].Step == "spouse";
        bool isWoman = isMarried ? !people[i - 1].IsWoman : rng.Integer(0, 1) == 1;
        people[i] = new Person((isWoman ? female : male).Pop(), isWoman);
    }
    return people;
}

string Inverse(string step) => step switch
{
    "parent" => "child",
    "child" => "parent",
    _ => step,
};

string Word(Person person, string relation) => person.IsWoman ? words[relation].Woman : words[relation].Man;

string Told(Person person, string relation, Person other) => $"{person.Name} is {other.Name}'s {Word(person, relation)}";

// tasks/logic/zebra-puzzle.csx: find out who lives in which house and has what, from clues.
using System.Numerics;

Task(version: 1, levels: 6, tags: ["deduction", "constraints"], reward: "ordered-list");

// Level by level: houses, and what there is besides the people.
readonly (int Houses, int Things)[] sizes = [(3, 1), (3, 2), (4, 2), (4, 3), (5, 3), (5, 4)];

readonly string[][] pools =
[
    ["Ann", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hana"],
    ["red", "green", "blue", "white", "yellow", "black", "pink", "grey"],
    ["tea", "coffee", "milk", "water", "juice", "cocoa", "lemonade", "soda"],
    ["cat", "dog", "horse", "parrot", "rabbit", "snake", "zebra", "hamster"],
    ["chess", "tennis", "golf", "judo", "rugby", "hockey", "football", "darts"],
];

// How one with the value is called in a clue.
readonly string[] phrases = ["{0}", "the one in the {0} house", "the one who drinks {0}", "the one with the {0}", "the one who plays {0}"];

// tasks/math/word-problems.csx: everyday stories of two to seven steps of arithmetic.
Task(version: 1, levels: 5, tags: ["word-problems", "arithmetic"], reward: "numeric");

readonly record struct Person(string Name, string He, string His);

Person[] people =
[
    new("Ann", "she", "her"), new("Ben", "he", "his"), new("Cleo", "she", "her"), new("Dan", "he", "his"), new("Eve", "she", "her"),
    new("Finn", "he", "his"), new("Hana", "she", "her"), new("Ivan", "he", "his"), new("Lena", "she", "her"), new("Omar", "he", "his"),
];
string[] goods = ["apples", "pears", "pencils", "stamps", "stickers", "marbles", "shells", "cookies", "beads", "cards"];
string[] things = ["shirt", "lamp", "chair", "jacket", "clock", "bag"];

// Three stories a level; the higher, the more steps.
Problem Generate(Rng rng, int level)
{
    Func<Rng, Problem>[][] stories =
    [
        [Change, Boxes, Sharing],
        [Profit, Pages, Ages],
        [Discount, Eggs, Wages],
        [Backwards, Trip, Outing],
        [Savers, Stock, Recipe],
    ];
    return rng.Pick(stories[level - 1])(rng);
}

// Who and what a story is about follow from its numbers: the same numbers under another name would be the same puzzle.
Rng Teller(params int[] numbers)
{
    ulong seed = 0;
    foreach (int number in numbers)
        seed = 1009 * seed + (ulong)number;
    return new Rng(seed);
}

Problem Tell(string story, int answer, params string[] steps) => Problem(
    question: $"{story} Answer with the number alone.",
    answer: $"{answer}",
    solution: string.Join('\n', steps));

Problem Change(Rng rng)
{
    int count = rng.Integer(3, 19), price = rng.Integer(2, 15), spent = count * price, paid = spent + rng.Integer(1, 40);
    Rng teller = Teller(count, price, paid);
    Person who = teller.Pick(people);
    string what = teller.Pick(goods);
    return Tell(
        $"{who.Name} has {paid} dollars and buys {count} packs of {what} for {price} dollars each. How many dollars does {who.He} have left?",
        paid - spent,
        $"The {what} cost {count} * {price} = {spent} dollars.",
        $"Left: {paid} - {spent} = {paid - spent}");
}

Problem Boxes(Rng rng)
{
    int own = rng.Integer(5, 60), boxes = rng.Integer(2, 15), each = rng.Integer(4, 25), more = boxes * each;
    Rng teller = Teller(own, boxes, each);
    Person who = teller.Pick(people);
    string what = teller.Pick(goods);
    return Tell(
        $"{who.Name} has {own} {what}. For {who.His} birthday {who.He} gets {boxes} boxes with {each} {what} in each. How many {what} does {who.He} have now?",
        own + more,
        $"In the boxes: {boxes} * {each} = {more}",
        $"Now: {own} + {more} = {own + more}");
}

Problem Sharing(Rng rng)
{
    int children = rng.Integer(3, 12), share = rng.Integer(3, 30), own = rng.Integer(5, 90), all = own + children * share;
    Rng teller = Teller(children, share, own);
    Person who = teller.Pick(people);
    string what = teller.Pick(goods);
    return Tell(
        $"{who.Name} has {all} {what}. {Capital(who.He)} keeps {own} of them and shares the others equally among {children} friends. How many {what} does each friend get?",
        share,
        $"To share: {all} - {own} = {all - own}",
        $"Each friend: {all - own} / {children} = {share}");
}

Problem Profit(Rng rng)
{
    int small = rng.Integer(5, 40), large = rng.Integer(5, 40), price = rng.Integer(2, 9), dear = price + rng.Integer(1, 9);
    int first = small * price, second = large * dear, cost = rng.Integer(10, first + second - 5);
    Rng teller = Teller(small, large, price, dear, cost);
    Person who = teller.Pick(people);
    return Tell(
        $"{who.Name} sells {small} small cakes for {price} dollars each and {large} large ones for {dear} dollars each. Everything that went into them cost {cost} dollars. How many dollars does {who.He} earn?",
        first + second - cost,
        $"Small cakes: {small} * {price} = {first}",
        $"Large cakes: {large} * {dear} = {second}",
        $"Earned: {first} + {second} - {cost} = {first + second - cost}");
}

Problem Pages(Rng rng)
{
    int slow = rng.Integer(8, 30), days = rng.Integer(3, 10), fast = slow + rng.Integer(3, 25), more = rng.Integer(2, 12), read = slow * days, pages = read + fast * more;
    Rng teller = Teller(slow, days, fast, more);
    Person who = teller.Pick(people);
    return Tell(
        $"{who.Name} reads a book of {pages} pages. For {days} days {who.He} reads {slow} pages a day, and after that {fast} pages a day. How many days does {who.He} need for the whole book?",
        days + more,
        $"At first: {slow} * {days} = {read} pages",
        $"Left: {pages} - {read} = {pages - read} pages",
        $"They take {pages - read} / {fast} = {more} days",
        $"In all: {days} + {more} = {days + more}");
}

Problem Ages(Rng rng)
{
    int youngest = rng.Integer(2, 15), older = rng.Integer(2, 12), times = rng.Integer(2, 4), years = rng.Integer(2, 15), middle = youngest + older, oldest = middle * times;
    Rng teller = Teller(youngest, older, times, years);
    Person[] three = teller.Sample(people, 3);
    return Tell(
        $"{three[0].Name} is {youngest} years old. {three[1].Name} is {older} years older than {three[0].Name}, and {three[2].Name} is {times} times as old as {three[1].Name}. How old will {three[2].Name} be in {years} years?",
        oldest + years,
        $"{three[1].Name}: {youngest} + {older} = {middle}",
        $"{three[2].Name}: {middle} * {times} = {oldest}",
        $"In {years} years: {oldest} + {years} = {oldest + years}");
}

Problem Discount(Rng rng)
{
    int percent = 5 * rng.Integer(1, 12), price = 20 * rng.Integer(1, 12), count = rng.Integer(2, 9), delivery = rng.Integer(3, 25);
    Rng teller = Teller(percent, price, count, delivery);
    string what = teller.Pick(things);
    int off = price * percent / 100, reduced = price - off, goodsPrice = reduced * count;
    return Tell(
        $"A {what} costs {price} dollars. In the sale it is {percent} percent cheaper. A hotel buys {count} of them in the sale and pays {delivery} dollars for the delivery. How many dollars does it pay in all?",
        goodsPrice + delivery,
        $"Cheaper by {price} * {percent} / 100 = {off} dollars",
        $"Sale price: {price} - {off} = {reduced}",
        $"For {count}: {reduced} * {count} = {goodsPrice}",
        $"With the delivery: {goodsPrice} + {delivery} = {goodsPrice + delivery}");
}

Problem Eggs(Rng rng)
{
    int used = rng.Integer(2, 25), boxes = rng.Integer(2, 12), box = 2 * rng.Integer(2, 6), price = rng.Integer(2, 9), sold = boxes * box, laid = sold + used;
    Rng teller = Teller(used, boxes, box, price);
    Person who = teller.Pick(people);
    return Tell(
        $"Every day {who.Name}'s hens lay {laid} eggs. {Capital(who.He)} uses {used} of them, packs the others into boxes of {box} and sells each box for {price} dollars. How many dollars does {who.He} take in a week?",
        boxes * price * 7,
        $"To sell: {laid} - {used} = {sold} eggs a day",
        $"Boxes: {sold} / {box} = {boxes} a day",
        $"Money: {boxes} * {price} = {boxes * price} dollars a day",
        $"In a week: {boxes * price} * 7 = {boxes * price * 7}");
}

Problem Wages(Rng rng)
{
    int normal = rng.Integer(20, 40), over = rng.Integer(2, 12), pay = 2 * rng.Integer(5, 20), hours = normal + over, more = pay * 3 / 2;
    Rng teller = Teller(normal, over, pay);
    Person who = teller.Pick(people);
    return Tell(
        $"{who.Name} earns {pay} dollars an hour, and half as much again for every hour after the first {normal} of a week. This week {who.He} worked {hours} hours. How many dollars did {who.He} earn?",
        normal * pay + over * more,
        $"First {normal} hours: {normal} * {pay} = {normal * pay}",
        $"Hours after that: {hours} - {normal} = {over}",
        $"Pay for each: {pay} + {pay} / 2 = {more}",
        $"For them: {over} * {more} = {over * more}",
        $"In all: {normal * pay} + {over * more} = {normal * pay + over * more}");
}

// From what is left back to the beginning
Problem Backwards(Rng rng)
{
    int a = rng.Integer(2, 5), b = rng.Integer(2, 5), part = (a - 1) * rng.Integer(2, 12), left = rng.Integer(1, part * (b - 1) - 1);
    Rng teller = Teller(a, b, part, left);
    Person who = teller.Pick(people);
    int second = part * b, gift = part * (b - 1) - left, first = second / (a - 1) * a;
    return Tell(
        $"{who.Name} spends {Fraction(a)} of {who.His} money on shoes, then {Fraction(b)} of what is left on a book, and then {Dollars(gift)} on a cinema ticket and food. Now {who.He} has {Dollars(left)} left. How many dollars did {who.He} have at first?",
        first,
        $"Before the cinema: {left} + {gift} = {left + gift}",
        $"That is {b - 1} of {b} equal parts; one is {left + gift} / {b - 1} = {part}",
        $"Before the book: {part} * {b} = {second}",
        $"That is {a - 1} of {a} equal parts; one is {second} / {a - 1} = {second / (a - 1)}",
        $"At first: {second / (a - 1)} * {a} = {first}");
}

Problem Trip(Rng rng)
{
    int friends = rng.Integer(2, 5), litres = rng.Integer(4, 9), hundreds = rng.Integer(2, 9), price = rng.Integer(2, 4), fuel = litres * hundreds * 2 * price;
    int toll = friends - fuel % friends + friends * rng.Integer(2, 10), all = fuel + toll;
    return Tell(
        $"{Count(friends)} friends drive to a lake {hundreds * 100} km away and back. The car needs {litres} litres of fuel for 100 km, a litre costs {price} dollars, and the tolls come to {toll} dollars in all. They share the costs equally. How many dollars does each pay?",
        all / friends,
        $"There and back: 2 * {hundreds * 100} = {hundreds * 200} km",
        $"Fuel: {hundreds * 200} / 100 * {litres} = {litres * hundreds * 2} litres",
        $"It costs {litres * hundreds * 2} * {price} = {fuel} dollars",
        $"With the tolls: {fuel} + {toll} = {all}",
        $"Each: {all} / {friends} = {all / friends}");
}

// Whole buses only
Problem Outing(Rng rng)
{
    int classes = rng.Integer(2, 6), pupils = rng.Integer(18, 30), teachers = rng.Integer(1, 3), seats = rng.Integer(35, 60), bus = 10 * rng.Integer(15, 50), ticket = rng.Integer(3, 15);
    int persons = classes * (pupils + teachers), buses = (persons + seats - 1) / seats, all = buses * bus + persons * ticket;
    string rest = persons % seats == 0
        ? $"{persons} = {seats} * {buses}, so {buses} buses are needed."
        : $"{persons} = {seats} * {buses - 1} + {persons % seats}, so {buses} {(buses == 1 ? "bus is" : "buses are")} needed.";
    return Tell(
        $"{Count(classes)} classes of {pupils} pupils each go to a museum, each with {(teachers == 1 ? "1 teacher" : $"{teachers} teachers")}. A bus has {seats} seats for them and costs {bus} dollars; they hire as few as possible. A ticket for the museum costs {ticket} dollars, for teachers too. How many dollars does the outing cost?",
        all,
        $"In a class: {pupils} + {teachers} = {pupils + teachers}",
        $"In all: {classes} * {pupils + teachers} = {persons} persons",
        rest,
        $"Buses: {buses} * {bus} = {buses * bus} dollars",
        $"Tickets: {persons} * {ticket} = {persons * ticket} dollars",
        $"Together: {buses * bus} + {persons * ticket} = {all}");
}

// When two have the same, and what the two then buy
Problem Savers(Rng rng)
{
    int weeks = rng.Integer(3, 15), gain = rng.Integer(1, 9), slow = rng.Integer(2, 12), fast = slow + gain, behind = rng.Integer(5, 60), ahead = behind + weeks * gain;
    int same = behind + weeks * fast, games = rng.Integer(2, 5), price = rng.Integer(same / games / 2 + 1, 2 * same / games);
    Rng teller = Teller(weeks, gain, slow, behind, games, price);
    Person[] two = teller.Sample(people, 2);
    return Tell(
        $"{two[0].Name} has {ahead} dollars and saves {slow} dollars a week. {two[1].Name} has {behind} dollars and saves {fast} dollars a week. As soon as they have equally much, they put all their money together and buy {games} games for {price} dollars each. How many dollars are left?",
        2 * same - games * price,
        $"{two[0].Name} is ahead by {ahead} - {behind} = {weeks * gain} dollars.",
        $"{two[1].Name} gains {fast} - {slow} = {gain} a week, so it takes {weeks * gain} / {gain} = {weeks} weeks.",
        $"Then {two[1].Name} has {behind} + {weeks} * {fast} = {same}, and {two[0].Name} {ahead} + {weeks} * {slow} = {same}",
        $"Together: 2 * {same} = {2 * same}",
        $"The games: {games} * {price} = {games * price}",
        $"Left: {2 * same} - {games * price} = {2 * same - games * price}");
}

// Two days of a shop
Problem Stock(Rng rng)
{
    int b = rng.Integer(2, 5), percent = 10 * rng.Integer(2, 8), start = 10 * b * rng.Integer(3, 12), boxes = rng.Integer(3, 12), box = 10 * rng.Integer(1, 5), price = rng.Integer(2, 6);
    Rng teller = Teller(b, percent, start, boxes, box, price);
    string what = teller.Pick(goods);
    int monday = start / b, after = start - monday, full = after + boxes * box, tuesday = full * percent / 100, all = monday + tuesday;
    return Tell(
        $"A shop has {start} {what}. On Monday it sells {Fraction(b)} of them. Next morning {boxes} boxes with {box} {what} in each arrive, and on Tuesday it sells {percent} percent of all that it then has. Each of the {what} costs {price} dollars. How many dollars does it take on the two days?",
        all * price,
        $"Monday: {start} / {b} = {monday} sold",
        $"Left: {start} - {monday} = {after}",
        $"New: {boxes} * {box} = {boxes * box}",
        $"On Tuesday morning: {after} + {boxes * box} = {full}",
        $"Tuesday: {full} * {percent} / 100 = {tuesday} sold",
        $"Sold on both days: {monday} + {tuesday} = {all}",
        $"Money: {all} * {price} = {all * price}");
}

// For more guests, in whole packs
Problem Recipe(Rng rng)
{
    int persons = rng.Integer(2, 6), times = rng.Integer(2, 7), eggs = rng.Integer(2, 7), flour = 50 * rng.Integer(2, 9), egg = rng.Integer(2, 5), bag = rng.Integer(1, 4);
    int cartons = (eggs * times + 9) / 10, bags = (flour * times + 999) / 1000, cost = cartons * egg + bags * bag, paid = cost + rng.Integer(3, 40);
    Rng teller = Teller(persons, times, eggs, flour, egg, bag, paid);
    Person who = teller.Pick(people);
    return Tell(
        $"A recipe for {persons} persons takes {eggs} eggs and {flour} grams of flour. {who.Name} cooks it for {persons * times} persons. {Capital(who.He)} has neither and buys whole cartons of 10 eggs for {egg} dollars each and whole bags of 1000 grams of flour for {Dollars(bag)} each, as few as possible. How many of {who.His} {paid} dollars does {who.He} have left?",
        paid - cost,
        $"The recipe is made {persons * times} / {persons} = {times} times.",
        $"Eggs: {eggs} * {times} = {eggs * times}, so {Packs(cartons, "carton")}",
        $"Flour: {flour} * {times} = {flour * times} grams, so {Packs(bags, "bag")}",
        $"Eggs cost {cartons} * {egg} = {cartons * egg}, flour costs {bags} * {bag} = {bags * bag}",
        $"Together: {cartons * egg} + {bags * bag} = {cost}",
        $"Left: {paid} - {cost} = {paid - cost}");
}

string Packs(int count, string pack) => count == 1 ? $"1 {pack}" : $"{count} {pack}s";

string Dollars(int count) => count == 1 ? "1 dollar" : $"{count} dollars";

string[] counts = ["", "", "Two", "Three", "Four", "Five", "Six"];

string Count(int number) => counts[number];

string Fraction(int parts) => parts switch { 2 => "half", 3 => "a third", 4 => "a quarter", _ => "a fifth" };

string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

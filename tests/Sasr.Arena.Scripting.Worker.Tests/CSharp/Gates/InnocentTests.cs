namespace Sasr.Arena.Scripting.Worker.Tests.CSharp.Gates;

/// <summary>Code that must run: both gates let it pass.</summary>
public sealed class InnocentTests
{
    [TestCaseSource(nameof(Scripts))]
    public void A_script_passes(string source) => Pass(Compiled.Script(source, everything: false));

    [TestCaseSource(nameof(Programs))]
    public void A_program_passes(string source) => Pass(Compiled.Program(source, everything: false));

    private static void Pass(Compiled code)
    {
        Assert.That(code.Errors, Is.Empty);
        Assert.That(code.BySource, Is.Null);
        Assert.That(code.ByAssembly, Is.Null);
    }

    private static IEnumerable<TestCaseData> Scripts() => Named(
        ("LINQ and closures", """
            int seed = 3;
            var squares = Enumerable.Range(1, 10).Where(i => i % 2 == 1).Select(i => new { i, Square = i * i + seed }).OrderBy(p => -p.Square).ToList();
            var byDigit = squares.GroupBy(p => p.Square % 10).ToDictionary(g => g.Key, g => g.Sum(p => p.i));
            var query = from a in squares from b in squares where a.i < b.i orderby a.i, b.i descending let sum = a.i + b.i join c in squares on a.i equals c.i select (a.i, b.i, sum);
            string text = string.Join(", ", query.Select(t => $"{t.Item1}+{t.Item2}={t.sum,5:d3}"));
            """),
        ("iterators", """
            IEnumerable<int> Primes(int limit)
            {
                for (int n = 2; n < limit; n++)
                {
                    if (!Enumerable.Range(2, n - 2).Any(d => n % d == 0))
                        yield return n;
                }
            }
            int sum = 0;
            foreach (int prime in Primes(30)) sum += prime;
            foreach (char digit in "123") sum += digit - '0';
            """),
        ("records and patterns", """
            abstract record Shape;
            record Circle(double Radius) : Shape;
            record Box(double Width, double Height) : Shape { public double Area => Width * Height; }
            readonly record struct Point(int X, int Y);
            double Area(Shape shape) => shape switch
            {
                Circle { Radius: > 0 and var r } => Math.PI * r * r,
                Box(var w, var h) when w > 0 => w * h,
                null => throw new ArgumentNullException(nameof(shape)),
                _ => 0,
            };
            var moved = new Point(1, 2) with { Y = 3 };
            bool same = moved == new Point(1, 3) && new Circle(1).Equals(new Circle(1));
            string shown = $"{moved} {new Circle(2)}";
            """),
        ("spans and collections", """
            int[] numbers = [3, 1, 2];
            List<int> list = [.. numbers, 4, 5];
            HashSet<string> words = ["a", "b"];
            Dictionary<string, List<int>> index = new() { ["a"] = [1, 2], ["b"] = [] };
            int Middle(ReadOnlySpan<int> span) => span[span.Length / 2];
            int middle = Middle(numbers.AsSpan()[1..]);
            int Sum(params ReadOnlySpan<int> items) { int sum = 0; foreach (int item in items) sum += item; return sum; }
            int total = Sum(1, 2, 3) + Sum([.. numbers]);
            string joined = string.Join(", ", "a", "b", "c", "d", "e");
            Array.Sort(numbers, (a, b) => b.CompareTo(a));
            var queue = new PriorityQueue<string, int>();
            queue.Enqueue("x", 1);
            var sorted = new SortedDictionary<int, string> { [1] = "one" };
            int[,] grid = new int[3, 3];
            grid[1, 2] = numbers[^1];
            int[][] jagged = [[1], [2, 3]];
            var slice = numbers[1..];
            """),
        ("a deep copy of lists", """
            List<List<int>> all = [];
            void Permute(List<int> left, List<int> taken)
            {
                if (left.Count == 0) { all.Add([.. taken]); return; }
                foreach (int next in left)
                    Permute([.. left.Where(other => other != next)], [.. taken, next]);
            }
            Permute([1, 2, 3], []);
            """),
        ("strings", """
            string text = "Hello, World".ToUpperInvariant().Replace('L', 'l');
            var builder = new StringBuilder();
            foreach (char c in text.Reverse()) builder.Append(char.IsLetter(c) ? c : ' ').Append($"{(int)c:x2}").AppendLine();
            string raw = $@"{{""a"": {text.Length}}}";
            int vowels = text.Count(c => "AEIOU".Contains(c));
            string lines = string.Join(Environment.NewLine, text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            bool begins = text.StartsWith("he", StringComparison.OrdinalIgnoreCase) && string.IsNullOrWhiteSpace("");
            string padded = text.PadLeft(20, '.').Substring(2, 3) + text[^1];
            string exact = FormattableString.Invariant($"{1.5}");
            int known = text switch { "a" => 1, "b" => 2, "c" => 3, "d" => 4, "e" => 5, "f" => 6, "g" => 7, "h" => 8, _ => 0 };
            """),
        ("numbers", """
            using System.Numerics;
            using System.Globalization;
            BigInteger factorial = Enumerable.Range(1, 50).Aggregate(BigInteger.One, (product, i) => product * i);
            Complex root = Complex.Sqrt(-1);
            decimal price = decimal.Parse("1.50", NumberStyles.Number, CultureInfo.InvariantCulture) * 2m;
            Int128 large = (Int128)long.MaxValue * 3;
            int bits = BitOperations.PopCount(255u) + (int)Math.Round(2.5, MidpointRounding.AwayFromZero);
            bool parsed = int.TryParse("12", out int twelve) && double.IsNaN(double.NaN);
            string hex = Convert.ToString(255, 16) + 255.ToString("X4", CultureInfo.InvariantCulture);
            checked { twelve += 1; }
            nint native = twelve;
            T Total<T>(IEnumerable<T> items) where T : INumber<T> { T total = T.Zero; foreach (T item in items) total += item; return total; }
            int three = Total([1, 2]);
            """),
        ("JSON", """
            using System.Text.Json.Nodes;
            JsonElement element = JsonDocument.Parse("{\"a\":[1,2]}").RootElement;
            int[] numbers = [.. element.GetProperty("a").EnumerateArray().Select(one => one.GetInt32())];
            string back = JsonSerializer.Serialize(new { numbers, name = "x" }, new JsonSerializerOptions { WriteIndented = true });
            var typed = JsonSerializer.Deserialize<Dictionary<string, int[]>>("{\"a\":[1,2]}");
            JsonNode node = JsonNode.Parse("[1]");
            node.AsArray().Add(3);
            """),
        ("regular expressions", """
            using System.Text.RegularExpressions;
            static class Patterns { public static readonly Regex Word = new(@"\w+", RegexOptions.IgnoreCase); public const int Limit = 9; }
            int words = Patterns.Word.Matches("a b c").Count;
            string swapped = Regex.Replace("ab", "(a)(b)", match => match.Groups[2].Value + match.Groups[1].Value);
            """),
        ("errors", """
            int Safe(string text)
            {
                try { return checked(int.Parse(text) * 1000); }
                catch (FormatException e) when (e.Message.Length > 0) { return -1; }
                catch (Exception e) { throw new InvalidOperationException($"bad: {e.Message}", e); }
                finally { Console.Error.WriteLine("done"); }
            }
            """),
        ("own types", """
            delegate int Operation(int a, int b);
            enum Colour { Red, Green }
            interface IStack<T> : IEnumerable<T> { void Push(T item); int Count { get; } }
            class MyStack<T> : IStack<T> where T : notnull, IComparable<T>
            {
                private readonly List<T> _items = new();
                public static readonly string Name = "stack";
                public event Action<T> Pushed;
                public int Count => _items.Count;
                public T this[int i] => _items[i];
                public void Push(T item) { _items.Add(item); Pushed?.Invoke(item); }
                public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
                public static MyStack<T> operator +(MyStack<T> stack, T item) { stack.Push(item); return stack; }
                public override bool Equals(object other) => ReferenceEquals(this, other);
                public override int GetHashCode() => Count;
            }
            struct Counter : IDisposable { public int Value; public void Dispose() => Value = 0; }
            Operation add = (a, b) => a + b;
            add += (a, b) => a * b;
            var stack = new MyStack<int>() + 3;
            stack.Pushed += item => Console.WriteLine(item);
            using (var counter = new Counter()) { }
            Colour colour = Enum.Parse<Colour>("Red");
            bool same = typeof(int) == typeof(long);
            """),
        ("time that stands still", """
            var day = new DateTime(2024, 2, 29).AddDays(1).DayOfWeek;
            TimeSpan span = DateOnly.FromDayNumber(5).ToDateTime(TimeOnly.MinValue) - new DateTime(1, 1, 1);
            """),
        ("the arena's own", """
            Task(version: 1, levels: 2, tags: ["a"]);
            Problem Generate(Rng rng, int level)
            {
                int[] all = rng.Integers(3, 1, 9);
                return Problem(question: $"{string.Join(' ', rng.Shuffle(all))}", answer: $"{rng.Pick(all)}", solution: "", data: new { all });
            }
            double Score(Problem problem, string answer) => answer == problem.Answer && problem.Split == Split.Train ? 1 : 0;
            """),
        ("harmless directives", """
            #nullable enable
            #region helpers
            string? nothing = null;
            #endregion
            goto End;
            End: Console.WriteLine(nothing ?? "none");
            """));

    private static IEnumerable<TestCaseData> Programs() => Named(
        ("top-level statements", """
            int n = int.Parse(Console.ReadLine()!);
            long sum = 0;
            foreach (string word in Console.ReadLine()!.Split()) sum += long.Parse(word);
            Console.WriteLine($"{n}: {sum}");
            """),
        ("a class with static state", """
            using System;
            using System.Collections.Generic;
            namespace Contest
            {
                class Program
                {
                    static int count;
                    static readonly Dictionary<long, long> Memo = new Dictionary<long, long>();
                    static long Fibonacci(long n) => n < 2 ? n : Memo.TryGetValue(n, out long known) ? known : Memo[n] = Fibonacci(n - 1) + Fibonacci(n - 2);
                    static void Main(string[] args)
                    {
                        string line;
                        while ((line = Console.In.ReadLine()) != null) { count++; Console.Out.WriteLine(Fibonacci(long.Parse(line))); }
                        var random = new Random(42);
                        Console.Write("{0} {1}\n", count, random.Next(6));
                    }
                }
            }
            """),
        ("hash codes", """
            var seen = new HashSet<Cell> { new(1, 2) };
            Console.WriteLine(seen.Contains(new Cell(1, 2)));
            class Cell(int x, int y) : IEquatable<Cell>
            {
                public int X => x;
                public int Y => y;
                public bool Equals(Cell? other) => other is not null && other.X == X && other.Y == Y;
                public override bool Equals(object? other) => Equals(other as Cell);
                public override int GetHashCode() => HashCode.Combine(X, Y);
            }
            """));

    private static IEnumerable<TestCaseData> Named(params (string Name, string Source)[] sources) =>
        sources.Select(one => new TestCaseData(one.Source).SetArgDisplayNames(one.Name));
}

// tasks/math/matrix-determinant.csx: expand determinants of up to four rows.
Task(version: 1, levels: 6, tags: ["algebra", "matrices"], reward: "numeric");

// Two rows; three with two zeros in one; three; an entry to be found; four with two zeros in the first; four.
Problem Generate(Rng rng, int level)
{
    int size = level == 1 ? 2 : level < 5 ? 3 : 4, entry = level == 6 ? 5 : 9;
    int[][] matrix = new int[size][];
    for (int i = 0; i < size; i++)
        matrix[i] = Row(rng, size, entry);
    if (level == 2 || level == 5)
        ClearTwo(rng, matrix[0]);
    if (level == 4)
        return FindEntry(rng, matrix);

    var steps = new List<string>();
    int determinant = Expand(matrix, steps, []);
    return Problem(
        question: $"What is the determinant of the matrix {Text(matrix)}, written row by row? Answer with the number alone.",
        answer: $"{determinant}",
        solution: string.Join('\n', steps));
}

int[] Row(Rng rng, int size, int entry)
{
    int[] row = rng.Integers(size, 1, entry);
    for (int i = 0; i < size; i++)
        row[i] *= rng.Chance(0.5) ? 1 : -1;
    return row;
}

void ClearTwo(Rng rng, int[] row)
{
    int[] columns = rng.Sample([.. Enumerable.Range(0, row.Length)], 2);
    row[columns[0]] = row[columns[1]] = 0;
}

// The determinant is linear in every entry: its cofactor times the entry, plus the rest.
Problem FindEntry(Rng rng, int[][] matrix)
{
    int column = rng.Integer(0, 2), k = rng.Integer(-15, 15);
    do
        (matrix[1], matrix[2]) = (Row(rng, 3, 9), Row(rng, 3, 9));
    while (Value(Minor(matrix, column)) == 0);

    int[] row = matrix[0];
    row[column] = 0;
    var steps = new List<string> { "Expand along the first row." };
    int rest = 0, cofactor = 0;
    var terms = new List<string>();
    for (int j = 0; j < 3; j++)
    {
        int[][] minor = Minor(matrix, j);
        int signed = Value(minor) * (j % 2 == 0 ? 1 : -1);
        if (j == column)
            cofactor = signed;
        else
            rest += row[j] * signed;
        steps.Add($"Cofactor of {(j == column ? "k" : row[j])}: {(j == 1 ? $"-1 * ({Products(minor)})" : Products(minor))} = {signed}");
        if (j != column)
            terms.Add($"{Bracketed(row[j])} * {Bracketed(signed)}");
    }
    int determinant = cofactor * k + rest;
    steps.Add($"Without k: {string.Join(" + ", terms)} = {rest}");
    steps.Add($"{Bracketed(cofactor)} times k must be {determinant} {(rest < 0 ? '+' : '-')} {Math.Abs(rest)} = {determinant - rest}");
    steps.Add($"k = {determinant - rest} / {Bracketed(cofactor)} = {k}");
    return Problem(
        question: $"For which k is the determinant of the matrix {Text(matrix, column)}, written row by row, equal to {determinant}? Answer with the number alone.",
        answer: $"{k}",
        solution: string.Join('\n', steps));
}

// Along the first row, minors first; one of two rows that comes again is not explained again.
int Expand(int[][] matrix, List<string> steps, HashSet<(int, int, int, int)> known)
{
    if (matrix.Length == 2)
    {
        if (known.Add((matrix[0][0], matrix[0][1], matrix[1][0], matrix[1][1])))
            steps.Add($"det {Text(matrix)}: {Products(matrix)} = {Value(matrix)}");
        return Value(matrix);
    }
    int determinant = 0;
    var terms = new StringBuilder(80);
    for (int j = 0; j < matrix.Length; j++)
    {
        if (matrix[0][j] == 0)
            continue;
        int minor = Expand(Minor(matrix, j), steps, known), sign = j % 2 == 0 ? 1 : -1;
        determinant += sign * matrix[0][j] * minor;
        terms.Append(terms.Length > 0 ? (sign > 0 ? " + " : " - ") : sign > 0 ? "" : "-1 * ");
        terms.Append($"{Bracketed(matrix[0][j])} * {Bracketed(minor)}");
    }
    if (terms.Length == 0)
        terms.Append('0');
    steps.Add($"det {Text(matrix)}, along the first row: {terms} = {determinant}");
    return determinant;
}

int Value(int[][] two) => two[0][0] * two[1][1] - two[0][1] * two[1][0];

string Products(int[][] two) => $"{Bracketed(two[0][0])} * {Bracketed(two[1][1])} - {Bracketed(two[0][1])} * {Bracketed(two[1][0])}";

// Without the first row and this column.
int[][] Minor(int[][] matrix, int column)
{
    int[][] minor = new int[matrix.Length - 1][];
    for (int i = 0; i < minor.Length; i++)
    {
        minor[i] = new int[minor.Length];
        for (int j = 0; j < minor.Length; j++)
            minor[i][j] = matrix[i + 1][j < column ? j : j + 1];
    }
    return minor;
}

string Text(int[][] matrix, int unknown = -1)
{
    var text = new StringBuilder("[", 80);
    for (int i = 0; i < matrix.Length; i++)
    {
        text.Append(i > 0 ? ", [" : "[");
        for (int j = 0; j < matrix.Length; j++)
        {
            text.Append(j > 0 ? ", " : "");
            if (i == 0 && j == unknown)
                text.Append('k');
            else
                text.Append(matrix[i][j]);
        }
        text.Append(']');
    }
    return text.Append(']').ToString();
}

string Bracketed(int number) => number < 0 ? $"({number})" : number.ToString();

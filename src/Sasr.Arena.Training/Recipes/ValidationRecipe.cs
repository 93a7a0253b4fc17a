namespace Sasr.Arena.Training.Recipes;

/// <summary>Greedy accuracy on problems of the validation split, and the demonstrations' loss there.</summary>
public sealed class ValidationRecipe
{
    /// <summary>Steps between validations; 0: none.</summary>
    public int Every { get; set; } = 50;

    /// <summary>Problems a task.</summary>
    public int Problems { get; set; } = 64;
}

namespace Sasr.Arena.Evaluation.Transfer;

/// <summary>How a level of a task stands to what a model was trained on.</summary>
public enum Relation
{
    /// <summary>A level that was trained on; its problems are held out.</summary>
    InTask,

    /// <summary>A level of the same task above all that were trained on.</summary>
    Harder,

    /// <summary>A level of the same task below the highest that was trained on, and itself not trained on.</summary>
    Easier,

    /// <summary>Another task of a domain that was trained on.</summary>
    Near,

    /// <summary>A task of another domain.</summary>
    Far,
}

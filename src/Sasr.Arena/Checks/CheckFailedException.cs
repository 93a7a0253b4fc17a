namespace Sasr.Arena.Checks;

/// <summary>A finding after which the rest of the task's checks mean nothing: it does not generate, or does not score.</summary>
internal sealed class CheckFailedException(Finding finding) : Exception(finding.Message)
{
    public Finding Finding => finding;
}
